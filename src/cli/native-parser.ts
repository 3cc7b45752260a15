/** The two functions of satteri that are used: alone, so that a bundle holds no more of it. */
export { markdownToMdast, mdxToMdast } from 'satteri'
