/** The style sheet of the `html` report. Nothing is said by colour alone: lines differ in kind, and signs are letters. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d5dae0;--panel:#f5f7f9;--link:#0a58ca;
--ok:#0b6b36;--ok-back:#dcf3e3;--no:#b3201a;--no-back:#fde3e1;--maybe:#7a4a00;--maybe-back:#fff1cf;--info:#2457a8}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e4e8ec;--soft:#a0a9b4;--line:#363d46;--panel:#1d2127;--link:#85b6ff;
--ok:#6fd698;--ok-back:#143524;--no:#ff9a92;--no-back:#481b1a;--maybe:#f3c25b;--maybe-back:#3d2e0c;--info:#9dc1ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:0 0 .75rem}
h2{font-size:1.3rem;line-height:1.3;margin:0}
p{margin:.25rem 0}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main>section{border-top:2px solid var(--line);margin-top:2rem;padding-top:1.25rem;content-visibility:auto;contain-intrinsic-size:auto 60rem}
section:target>h2{text-decoration:underline}
.path,.meta,.more,.line{color:var(--soft);font-size:.875rem}
.counts{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;margin:.6rem 0 1rem;padding:0;font-size:.875rem}
.counts li{border:1px solid var(--line);border-radius:1rem;padding:0 .65rem}
summary{cursor:pointer}
.legend,.claims{border:1px solid var(--line);border-radius:.5rem;background:var(--panel);padding:.5rem .9rem;margin:0 0 1rem;font-size:.9rem}
.legend ul{margin:.4rem 0;padding:0;list-style:none;columns:2 26rem;column-gap:2rem}
.legend li{break-inside:avoid;margin-bottom:.2rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border-bottom:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600;overflow-wrap:normal}
tbody th,.claims td:nth-child(2){min-width:13rem}
.posts td,.posts thead th+th{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.row{display:grid;grid-template-columns:2.5rem minmax(0,44rem) minmax(15rem,1fr);column-gap:1.25rem;padding:.15rem 0}
.line{text-align:right;user-select:none;font-variant-numeric:tabular-nums;padding-top:.1rem}
.source{white-space:pre-wrap;tab-size:4}
.messages{list-style:none;margin:0 0 .75rem;padding:0;font-size:.9rem;line-height:1.45}
.messages>li{border-left:3px solid var(--line);padding:.1rem 0 .1rem .7rem;margin-bottom:.5rem}
.messages>li:target,tr:target{background:var(--maybe-back);border-left-color:var(--link)}
.messages p{margin:.1rem 0}
.more ul{margin:.1rem 0;padding-left:1.1rem}
mark{background:none;color:inherit}
.source .ok,.legend mark.ok{background:var(--ok-back);box-shadow:inset 0 -1px var(--ok)}
.source .maybe,.legend mark.maybe{background:var(--maybe-back)}
.source .no,.legend mark.no{background:var(--no-back);box-shadow:inset 0 -2px var(--no)}
mark.border{border-block:1px dashed var(--maybe);box-shadow:none}
mark.border.ok{border-color:var(--ok)}
mark.border.no{border-color:var(--no)}
mark.cite{border-bottom:3px double var(--soft)}
mark.info,mark.warn,mark.error{text-underline-offset:.2em;text-decoration-skip-ink:none}
mark.info{text-decoration:underline dotted 2px var(--info)}
mark.warn{text-decoration:underline dashed 2px var(--maybe)}
mark.error{text-decoration:underline wavy 2px var(--no)}
.ok{color:var(--ok)}.no,.error{color:var(--no)}.maybe,.warn{color:var(--maybe)}.info{color:var(--info)}
mark.ok,mark.no,mark.maybe,mark.error,mark.warn,mark.info{color:inherit}
.source a.t,.t{display:inline-block;background:var(--paper);box-shadow:none;border:1px solid;border-radius:.3rem;padding:0 .25rem;margin:0 .15rem;
font:600 .72rem/1.35 system-ui,sans-serif;text-decoration:none;vertical-align:.12em;user-select:none;white-space:nowrap}
.t.error{border-width:2px}.t.info{border-style:dotted}.t.maybe{border-style:dashed}
.t:target{outline:3px solid var(--link);outline-offset:2px}
.place:target::before{content:"\\27A4\\A0";color:var(--link)}
.u{font:600 .72rem/1.3 ui-monospace,monospace;background:var(--panel);border:1px solid var(--soft);border-radius:.2rem;padding:0 .2rem;margin:0 .1rem}
@media (max-width:60rem){body{padding:1rem}.row{grid-template-columns:2rem minmax(0,1fr);column-gap:.75rem}.messages{grid-column:2;margin-top:.4rem}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#fff;--link:#000;
--ok:#0b6b36;--ok-back:#dcf3e3;--no:#b3201a;--no-back:#fde3e1;--maybe:#7a4a00;--maybe-back:#fff1cf;--info:#2457a8}
body{max-width:none;padding:0;font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main>section{content-visibility:visible;break-before:page}#posts{break-before:auto}
.wide{overflow:visible}tbody th,.claims td:nth-child(2){min-width:0}th,td{padding:.25rem .3rem}
.row{grid-template-columns:2rem minmax(0,3fr) minmax(0,2fr)}.messages{grid-column:auto}.messages>li{break-inside:avoid}}
`
