declare const MEDLINT_VERSION: string | undefined

/** Filled in by the build. */
export const version = typeof MEDLINT_VERSION === 'undefined' ? '0.0.0' : MEDLINT_VERSION

declare const MEDLINT_BUILD: string | undefined

/** Hash of everything the build was made from: two builds of one version may report other things. */
export const build = typeof MEDLINT_BUILD === 'undefined' ? 'sources' : MEDLINT_BUILD
