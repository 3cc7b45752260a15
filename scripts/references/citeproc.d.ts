declare module 'citeproc' {
  /** The part of citeproc-js that the evaluation uses. */
  const citeproc: {
    Engine: new (
      system: { retrieveLocale(): string; retrieveItem(id: string): unknown },
      style: string,
      locale: string,
    ) => {
      setOutputFormat(format: 'text'): void
      updateItems(ids: readonly string[]): void
      makeBibliography(): unknown
    }
  }
  export default citeproc
}
