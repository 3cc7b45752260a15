/** The parts of Decap CMS and Netlify CMS that the widget uses. Values are Immutable.js maps. */

export interface ImmutableMap {
  get(key: string): unknown
  getIn(keys: readonly string[]): unknown
  toJS(): Record<string, unknown>
}

/** `React.createElement` of the CMS's own React. */
export type CreateElement = (type: unknown, properties?: object | null, ...children: unknown[]) => unknown

export interface Widget {
  control: unknown
  preview?: unknown
  schema?: unknown
}

export interface Cms {
  getWidget(name: string): Widget | undefined
  registerWidget(name: string, control: unknown, preview?: unknown, schema?: unknown): void
  registerEventListener(listener: { name: string; handler: (event: { entry: ImmutableMap }) => unknown }): void
}

/** What the CMS gives to the control of a field. */
export interface ControlProperties {
  value?: string
  onChange(value: string, metadata?: unknown): void
  field: ImmutableMap
  collection?: ImmutableMap
  /** Later releases of Decap CMS have `getEntry` in its place. */
  entry?: ImmutableMap
  getEntry?(): ImmutableMap | undefined
  /** With `i18n`: the language being edited. */
  locale?: string
  classNameWrapper?: string
  hasActiveStyle?: boolean
  isDisabled?: boolean
}

export function entryOf({ entry, getEntry }: ControlProperties): ImmutableMap | undefined {
  return getEntry?.() ?? entry
}

/** Data of the entry in the language being edited. */
export function dataOf(properties: ControlProperties): ImmutableMap | undefined {
  const entry = entryOf(properties)
  const { locale } = properties
  const translated = locale === undefined ? undefined : entry?.getIn(['i18n', locale, 'data'])
  return (translated ?? entry?.get('data')) as ImmutableMap | undefined
}
