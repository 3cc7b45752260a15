declare module '@citation-js/core' {
  /** The part of citation-js that the tests use. */
  export const plugins: {
    input: { chain(text: string, options: { forceType: string; generateGraph: boolean }): unknown[] }
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
