/** The pages by name: the body, the script of `pages/` that gives `window.editorText`, a content security policy where the page has one. */
const EDITOR = '<div id="editor"></div>'
const AREA = '<label for="editor">Post</label><textarea id="editor" rows="12" cols="80"></textarea>'
const NONCE = 'cGFnZXM'

/** As on code hosts: nothing that is not named, and no script may write markup. */
const strictPolicy = (...styles) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles.join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

const FORM = `<form>
<p><label for="title">Title</label> <input id="title" type="text" size="60"></p>
<p><label for="address">Email</label> <input id="address" type="email"></p>
<p><label for="secret">Password</label> <input id="secret" type="password"></p>
<p>${AREA}</p>
<p><label for="fixed">Rules</label> <textarea id="fixed" readonly>This cures cancer. It cannot be edited.</textarea></p>
<p><label for="off">Archive</label> <textarea id="off" disabled>This cures cancer. It is switched off.</textarea></p>
</form>`

const PARAGRAPH =
  'Magnesium may lower the number of migraine days. Ask your pharmacist before you take it with an antibiotic.\n\n'
const TWO_MEGABYTES = 2_000_000
const EDITABLES = 500

const note = (number) =>
  `<p contenteditable="true"${number === 1 ? ' id="editor"' : ''} aria-label="Note ${number}">Note ${number}: take 5 mg a day.</p>`

export const pages = {
  form: { script: 'field', body: FORM },
  contenteditable: {
    script: 'contenteditable',
    body: '<div id="editor" contenteditable="true" aria-label="Post"><p><br></p></div>',
  },
  codemirror: { script: 'codemirror', body: EDITOR },
  prosemirror: { script: 'prosemirror', body: EDITOR },
  lexical: { script: 'lexical', body: '<div id="editor" contenteditable="true" aria-label="Post"></div>' },
  quill: { script: 'quill', body: EDITOR },
  slate: { script: 'slate', body: EDITOR },
  blocks: { script: 'blocks', body: '<div id="editor" class="is-root-container block-editor-block-list__layout"></div>' },
  frame: { script: 'frame', body: '<iframe src="form" title="Post" width="800" height="500"></iframe>' },
  'strict-field': { script: 'field', body: AREA, policy: strictPolicy("'self'") },
  'strict-codemirror': {
    script: 'codemirror',
    body: EDITOR,
    head: `<meta name="style-nonce" content="${NONCE}">`,
    policy: strictPolicy("'self'", `'nonce-${NONCE}'`),
  },
  hostile: { script: 'hostile', body: '<div id="editor" contenteditable="true" aria-label="Post"><p><br></p></div>' },
  huge: { script: 'field', body: AREA.replace('></', `>${PARAGRAPH.repeat(Math.ceil(TWO_MEGABYTES / PARAGRAPH.length))}</`) },
  many: { script: 'contenteditable', body: Array.from({ length: EDITABLES }, (_, index) => note(index + 1)).join('\n') },
}

/** The document of one page. `hasStyles`: the script brought a style sheet of its own. */
export function documentOf(name, hasStyles) {
  const { script, body, head = '' } = pages[name]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
${head}
<link rel="stylesheet" href="pages.css">
${hasStyles ? `<link rel="stylesheet" href="${script}.css">` : ''}
<script type="module" src="${script}.js"></script>
</head>
<body>
<main>
<h1>${name}</h1>
${body}
</main>
</body>
</html>
`
}
