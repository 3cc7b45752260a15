declare const MEDLINT_VERSION: string | undefined

/** Filled in by the build. */
export const version = typeof MEDLINT_VERSION === 'undefined' ? '0.0.0' : MEDLINT_VERSION
