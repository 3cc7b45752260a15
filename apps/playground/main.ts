/** The page: an editor, its findings and its score, all fed by the worker. */
import type { Text } from '@codemirror/state'
import { createChecker } from './checker.ts'
import { type Draft, draftIn, keepDraft, keptDraft, linkTo } from './draft.ts'
import { createEditor } from './editor.ts'
import { createFindings } from './findings.ts'
import { counted, found } from './make.ts'
import { nameFrom } from './page-name.ts'
import type { Claim, Reply } from './protocol.ts'
import { createScoreView } from './score-view.ts'
import { setUpTheme } from './theme.ts'

const PRESETS = ['recommended', 'strict', 'patient', 'clinician', 'regenerative-medicine', 'supplements']
const EXAMPLES = ['stem-cell-exosome-treatment.md', 'iron-tablets.md', 'magnesium-and-migraine.md', 'knee-brace.mdx']
const PAUSE_MS = 200
const EMPTY: Draft = { text: '', name: '', type: 'md', preset: PRESETS[0]! }
const DAMAGED = 'This link is damaged: copy it again from where it was shared.\n'

const preset = found<HTMLSelectElement>('preset')
const example = found<HTMLSelectElement>('example')
const name = found<HTMLInputElement>('name')
const type = found<HTMLSelectElement>('type')
const claimsShown = found<HTMLInputElement>('claims')
const file = found<HTMLInputElement>('file')
let timer: number | undefined
let asked: Text | undefined
let last: Reply | undefined

preset.append(...PRESETS.map((each) => new Option(each, each)))
example.append(...EXAMPLES.map((each) => new Option(each, each)))
setUpTheme(found<HTMLButtonElement>('theme'))

const first = await firstDraft()
const editor = createEditor(found('editor'), first.text, onEdit)
const findings = createFindings({
  onOpen(message) {
    editor.select(message)
    editor.focus()
  },
  onFix: (edits) => isFresh() && editor.apply(edits),
})
const scoreView = createScoreView((line) => {
  const { from } = editor.document().line(Math.min(line, editor.document().lines))
  editor.select({ start: from, end: from })
  editor.focus()
})
const checker = createChecker({ onReply, onFailure })
fill(first)
check()

/** Offsets of a result fit only the text they were computed for. */
function isFresh(): boolean {
  return editor.document() === asked
}

async function firstDraft(): Promise<Draft> {
  const linked = await linkedDraft()
  return linked ?? keptDraft() ?? (await exampleDraft(EXAMPLES[0]!).catch(() => EMPTY))
}

async function linkedDraft(): Promise<Draft | undefined> {
  try {
    return await draftIn(location.hash.slice(1))
  } catch {
    return { ...EMPTY, text: DAMAGED }
  }
}

/** Rejects when the host does not answer. */
async function exampleDraft(path: string): Promise<Draft> {
  const [title, ending] = path.split('.')
  const response = await fetch(`examples/${path}`)
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`)
  return { text: await response.text(), name: title!, type: ending === 'mdx' ? 'mdx' : 'md', preset: preset.value }
}

/** Everything beside the text. */
function fill(draft: Draft): void {
  name.value = draft.name
  type.value = draft.type
  preset.value = PRESETS.includes(draft.preset) ? draft.preset : PRESETS[0]!
}

function open(draft: Draft): void {
  fill(draft)
  editor.replaceText(draft.text)
  check()
}

function currentDraft(): Draft {
  return { text: editor.text(), name: name.value.trim(), type: type.value === 'mdx' ? 'mdx' : 'md', preset: preset.value }
}

function onEdit(): void {
  clearTimeout(timer)
  setState(last ? 'checking' : 'loading')
  timer = setTimeout(check, PAUSE_MS)
  // A link to an older text would win over the draft when the page is loaded again.
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search)
}

function check(): void {
  clearTimeout(timer)
  const draft = currentDraft()
  keepDraft(draft)
  const title = nameFrom(draft.text)
  name.placeholder = title
  asked = editor.document()
  const now = new Date().toISOString().slice(0, 10)
  setState(last ? 'checking' : 'loading')
  checker.check({ text: draft.text, path: `${draft.name || title}.${draft.type}`, preset: draft.preset, now })
}

function setState(state: 'loading' | 'checking' | 'ready' | 'failed'): void {
  document.body.dataset['state'] = state
}

function onReply(reply: Reply): void {
  if (!isFresh()) return
  last = reply
  editor.showFindings(reply.messages)
  showClaims()
  findings.show(reply.messages)
  scoreView.show(reply.score)
  const count = (severity: string) => reply.messages.filter((message) => message.severity === severity).length
  say(`${counted(count('error'), 'error')}, ${counted(count('warn'), 'warning')}, ${counted(count('info'), 'note')}`)
  found('words').textContent = reply.readability.words.toLocaleString('en')
  found('time').textContent = `checked in ${(reply.milliseconds / 1000).toFixed(2)} s`
  document.body.dataset['checked'] = String(reply.version)
  setState('ready')
}

function onFailure(problem: string): void {
  found('problem').textContent = problem
  setState('failed')
}

/** For screen readers; the same is to be seen elsewhere. */
function say(text: string): void {
  const status = found('status')
  if (status.textContent !== text) status.textContent = text
}

function showClaims(): void {
  document.body.classList.toggle('claims', claimsShown.checked)
  if (last && isFresh()) editor.showClaims(claimsShown.checked ? last.claims.filter(isScored) : [])
}

/** The claims that the score counts. */
function isScored({ level, fragment }: Claim): boolean {
  return level !== 'low' && !fragment
}

function showTab(chosen: string): void {
  for (const tab of ['findings', 'score']) {
    found(`${tab}-tab`).setAttribute('aria-selected', String(tab === chosen))
    found(`${tab}-tab`).tabIndex = tab === chosen ? 0 : -1
    found(`${tab}-panel`).hidden = tab !== chosen
  }
}

function stepTo(direction: 1 | -1): void {
  if (!isFresh()) return
  showTab('findings')
  const message = findings.step(direction, editor.cursor())
  if (!message) return
  editor.select(message)
  editor.focus()
  say(`Line ${message.line}: ${message.message}`)
}

function brieflySay(button: HTMLElement, text: string, usual: string): void {
  button.textContent = text
  setTimeout(() => {
    button.textContent = usual
  }, 2500)
}

for (const each of [preset, type]) each.onchange = check
name.onchange = check
claimsShown.onchange = showClaims
found('again').onclick = check
for (const tab of ['findings', 'score']) {
  found(`${tab}-tab`).onclick = () => showTab(tab)
  found(`${tab}-tab`).onkeydown = ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
    const other = tab === 'findings' ? 'score' : 'findings'
    showTab(other)
    found(`${other}-tab`).focus()
  }
}
found('score-tile').onclick = () => {
  showTab('score')
  found('score-panel').scrollIntoView({ block: 'nearest' })
}
example.onchange = async () => {
  const chosen = example.value
  example.value = ''
  try {
    open(await exampleDraft(chosen))
  } catch {
    onFailure(`The example ${chosen} could not be loaded.`)
  }
}
found('open').onclick = () => file.click()
file.onchange = async () => {
  const [chosen] = file.files ?? []
  if (!chosen) return
  const [, title, ending] = /^(.*?)(?:\.(mdx?|markdown))?$/.exec(chosen.name)!
  open({ ...currentDraft(), text: await chosen.text(), name: title!, type: ending === 'mdx' ? 'mdx' : 'md' })
  file.value = ''
}
found('share').onclick = async () => {
  history.replaceState(null, '', `#${await linkTo(currentDraft())}`)
  const copied = await navigator.clipboard?.writeText(location.href).then(
    () => true,
    () => false,
  )
  brieflySay(found('share'), copied ? 'Link copied' : 'Link is in the address bar', 'Copy link')
}
window.onhashchange = async () => {
  const draft = await linkedDraft()
  if (draft) open(draft)
}
document.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    stepTo(event.shiftKey ? -1 : 1)
  },
  { capture: true },
)
