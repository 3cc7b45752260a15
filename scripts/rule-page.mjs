/** The page that a new rule starts with, and the words in it that have to go before it is one. */

export const PLACEHOLDERS = {
  purpose: 'say in one line what holds when this rule is silent',
  what: 'What is reported, and where the range stands.',
  why: 'Why an editor would ask for the change.',
  limits: 'What it cannot see.',
  sources: 'The standard behind it.',
}

const capital = (text) => text[0].toUpperCase() + text.slice(1)

export const rulePage = (id) => `# ${id}

${capital(PLACEHOLDERS.purpose)}.

## What it does

${PLACEHOLDERS.what}

## Why

${PLACEHOLDERS.why}

## Examples

\`\`\`md bad
Text with ⟦${id}⟧ in it.
\`\`\`

## Use instead

\`\`\`md good
Text without it.
\`\`\`

## Fix

No fix: it needs knowledge that the linter does not have.

## Options

| option | default | meaning |
|---|---|---|
| \`words\` | \`["${id}"]\` | the words to report |

## Limits

${PLACEHOLDERS.limits}

## Sources

- ${PLACEHOLDERS.sources}
`

/** What is left of the template in a page. */
export function placeholdersIn(page) {
  const text = page.toLowerCase()
  return Object.values(PLACEHOLDERS).filter((words) => text.includes(words.toLowerCase()))
}
