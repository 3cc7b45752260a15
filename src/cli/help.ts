import { FORMATS } from '../report/index.ts'
import { wrap } from '../report/printable.ts'

const INDENT = 29
const WIDTH = 80
const FORMAT_NAMES = wrap(FORMATS.join(', '), WIDTH - INDENT - 1).join(`\n${' '.repeat(INDENT)}`)

export const HELP = `medlint lints health content written in Markdown.

Usage
  medlint [options] [files, folders or globs]
                             lint them; without a name: the working directory
  medlint inspect <file> [--only claims,links]
                             what medlint knows about a post, as JSON
  medlint refs [files]       the reference lists: rewritten, exported or shown
  medlint lsp                the language server, for editors
  medlint merge <blobs>      one report of what several runs found
  medlint score [--compare <scores.json>] [files]
                             the form of each page, from 0 to 100, and why
  medlint gate --since <ref> [--max-score-drop <n>] [files]
                             what CI lets through of new and changed pages
  medlint gate [--write-ceilings] [files]
                             errors per rule of the whole site may only fall

Configuration
  -c, --config <file>        use this configuration for all files
      --print-config <file>  print the configuration that holds for a file
      --init [--yes]         look at the site and write .medlintrc.json
      --now <date>           today, as YYYY-MM-DD, for rules that compare dates

Rules
      --list-rules           list the rules with the severity they have here
      --explain <rule>       print the page of a rule

Files
      --ext <list>           endings to look for (.md,.markdown,.mdx)
      --ignore-path <file>   use this file instead of .medlintignore
      --ignore-pattern <p>   ignore these files too; may be repeated
      --no-ignore            ignore nothing
      --no-error-on-unmatched-pattern
                             names that match nothing are no error
      --changed              only files that differ from the last commit
      --since <ref>          only files changed since the branch left ref
      --staged               only staged files, as they are staged
      --changed-lines        with these: only what touches a changed line
      --stdin                lint the text on standard input
      --stdin-filename <f>   the name that text has
      --ndjson               lint a document per line of standard input
      --watch                go on, and lint again whenever a file changes
      --shard <i/n>          lint the i-th of n shares of the files

Fixes
      --fix                  apply the safe fixes and write the files
      --fix-dry-run          apply them without writing

      --cache                lint only posts that changed since the last run
      --cache-location <p>   file of the cache, or folder for it (.medlintcache)

Reference lists (medlint refs)
      --style <name>         show the lists in one style: apa, ama, nlm
      --write                write the files
      --no-italics           leave out the italics of the style
      --export <format>      csl-json, bibtex or ris

Old findings
      --suppress-all         make all present findings old
      --suppress-rule <id>   the same for one rule
      --prune-suppressions   forget those that are no longer there
      --suppressions-location <file>
                             another file for them
      --pass-on-unpruned-suppressions
                             do not fail in CI because of such

Report
  -f, --format <name[:file]> ${FORMAT_NAMES};
                             may be repeated
  -o, --output-file <file>   write the report to a file
      --quiet                report errors only, and no summary
      --max-warnings <n>     exit with 1 when there are more warnings
      --color, --no-color    colours
      --stats                times and counts per rule

Comments in posts
      --no-inline-config     they do not suppress anything
      --report-unused-disable-directives
                             report those that suppress nothing

Other
      --debug                show stack traces
  -v, --version
  -h, --help

Exit status: 0 clean, 1 problems, 2 broken use (bad option or configuration,
no file matched, unreadable file, crash).
`
