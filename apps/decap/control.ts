/** The control of the field: the CMS's own Markdown editor with medlint's panel under it. */
import { type Checker, createChecker } from './checker.ts'
import type { Client } from './client.ts'
import { type ControlProperties, type CreateElement, dataOf, entryOf } from './cms.ts'
import type { Draft } from './protocol.ts'

interface Inner {
  isValid?(): unknown
  focus?(path?: string): void
  getValidateValue?(): unknown
}

export interface ControlOptions {
  /** Control of the widget that is wrapped. */
  inner: unknown
  h: CreateElement
  client: Client
  /** The fields that are open now: controls add and remove their own. */
  open: Set<Checker>
}

/** Properties whose change is shown. The CMS asks before it draws a control again; Netlify CMS tells of the other fields through `entry` alone. */
const SHOWN = ['value', 'entry', 'classNameWrapper', 'hasActiveStyle', 'isDisabled', 'locale'] as const

/** A React component class. It needs nothing of `React.Component`, which differs between a CMS from a file and one from npm. */
export function createControl({ inner, h, client, open }: ControlOptions): unknown {
  class MedlintControl {
    readonly props: ControlProperties
    private wrapped: Inner | null = null
    private editor: HTMLElement | null = null
    private panel: HTMLElement | null = null
    private checker: Checker | undefined
    /** The CMS's editor reads its text once: another number makes it a new one. */
    private revision = 0

    constructor(props: ControlProperties) {
      this.props = props
    }

    componentDidMount(): void {
      if (!this.editor || !this.panel) return
      this.checker = createChecker({
        client,
        host: this.panel,
        editor: this.editor,
        draft: () => draftOf(this.props),
        setBody: (body) => {
          this.revision += 1
          this.props.onChange(body)
        },
      })
      open.add(this.checker)
    }

    shouldComponentUpdate(next: ControlProperties): boolean {
      return SHOWN.some((name) => this.props[name] !== next[name])
    }

    componentDidUpdate(): void {
      this.checker?.changed()
    }

    componentWillUnmount(): void {
      if (!this.checker) return
      open.delete(this.checker)
      this.checker.stop()
    }

    /** The CMS calls it without `this`. */
    isValid = (): unknown => this.wrapped?.isValid?.() ?? true

    focus(path?: string): void {
      this.wrapped?.focus?.(path)
    }

    getValidateValue(): unknown {
      return this.wrapped?.getValidateValue?.()
    }

    private keepWrapped = (wrapped: Inner | null): void => {
      this.wrapped = wrapped
    }

    private keepEditor = (element: HTMLElement | null): void => {
      this.editor = element
    }

    private keepPanel = (element: HTMLElement | null): void => {
      this.panel = element
    }

    render(): unknown {
      const { revision } = this
      const onChange: ControlProperties['onChange'] = (value, metadata) => {
        // What an editor that is no longer shown has still to say is about an older text.
        if (revision === this.revision) this.props.onChange(value, metadata)
      }
      return h(
        'div',
        null,
        h('div', { ref: this.keepEditor }, h(inner, { ...this.props, onChange, key: String(revision), ref: this.keepWrapped })),
        h('div', { ref: this.keepPanel }),
      )
    }
  }
  Object.assign(MedlintControl.prototype, { isReactComponent: {} })
  return MedlintControl
}

function draftOf(properties: ControlProperties): Draft {
  const { value = '', field, collection, locale } = properties
  const name = String(field.get('name'))
  // Dates, of whatever library, become text here.
  const { [name]: _, ...fields } = JSON.parse(JSON.stringify(dataOf(properties)?.toJS() ?? {}))
  const entry = entryOf(properties)
  const path = entry?.get('path') || `${collection?.get('folder') ?? ''}/new.${collection?.get('extension') ?? 'md'}`
  return { body: value, fields, path: String(path), ...(locale ? { lang: locale } : {}) }
}
