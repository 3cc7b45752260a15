/** The colours are those of the playground; `light-dark` follows the colour scheme of the page around. */
export const PANEL = `
:host {
  --page: light-dark(#f6f7f9, #12161c);
  --card: light-dark(#fff, #1a2029);
  --ink: light-dark(#1c2430, #e4e9f0);
  --quiet: light-dark(#5b6675, #9aa6b5);
  --line: light-dark(#dde2e9, #2d3643);
  --accent: light-dark(#0b6bcb, #6cb2ff);
  --error: light-dark(#c62838, #ff7b86);
  --warn: light-dark(#a86200, #f2b45c);
  --info: light-dark(#2f6fb5, #7db8f5);
  display: block;
  margin-top: 12px;
}
* { box-sizing: border-box; }
section {
  background: var(--card);
  color: var(--ink);
  border: 1px solid var(--line);
  border-radius: 10px;
  font: 14px / 1.5 system-ui, sans-serif;
  overflow: hidden;
}
header { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; padding: 10px 16px; border-bottom: 1px solid var(--line); }
h3 { margin: 0; font-size: 14px; }
p { margin: 0; }
header p { color: var(--quiet); font-variant-numeric: tabular-nums; }
ol { list-style: none; margin: 0; padding: 6px 8px; max-height: 480px; overflow: auto; }
li { border-left: 3px solid var(--level); border-radius: 4px; padding: 6px 10px; margin: 4px 0; }
.error { --level: var(--error); }
.warn { --level: var(--warn); }
.info { --level: var(--info); }
li b { color: var(--level); font-weight: 600; }
small { display: block; color: var(--quiet); font-size: 13px; overflow-wrap: anywhere; }
a { color: var(--accent); }
button {
  font: inherit;
  font-size: 13px;
  color: var(--accent);
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 6px;
  padding: 2px 10px;
  margin: 4px 6px 0 0;
  cursor: pointer;
}
button:hover { background: var(--page); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.note { padding: 8px 16px; border-top: 1px solid var(--line); }
.note:empty { display: none; }
`

export const UNDERLINES = `
::highlight(medlint-error) { text-decoration: underline wavy light-dark(#c62838, #ff7b86); }
::highlight(medlint-warn) { text-decoration: underline wavy light-dark(#a86200, #f2b45c); }
::highlight(medlint-info) { text-decoration: underline dotted light-dark(#2f6fb5, #7db8f5); }
`
