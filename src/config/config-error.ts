/** A configuration that cannot be used. The message says what to do; hosts add file and line and end with status 2. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  /** Keys and indexes of the place in the configuration, when it is known. */
  readonly path: (string | number)[]

  constructor(message: string, path: (string | number)[] = []) {
    super(message)
    this.path = path
  }
}
