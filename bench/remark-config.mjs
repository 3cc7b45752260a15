/** remark-cli as a site that checks spelling and readability would set it up; every plugin with its default options. */
import dictionary from 'dictionary-en'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import recommended from 'remark-preset-lint-recommended'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import retextReadability from 'retext-readability'
import retextSpell from 'retext-spell'
import { unified } from 'unified'

const prose = unified().use(retextEnglish).use(retextReadability).use(retextSpell, { dictionary })

export default { plugins: [remarkFrontmatter, remarkGfm, recommended, [remarkRetext, prose]] }
