/** The report's look: light and dark by the reader's setting, and black on white on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1d2430, #e6e9ee);
  --soft: light-dark(#525c6b, #a9b2c0);
  --paper: light-dark(#fff, #14181f);
  --card: light-dark(#f5f6f8, #1c222c);
  --line: light-dark(#d5dae2, #343d4b);
  --bad: light-dark(#b3261e, #ff9a92);
  --good: light-dark(#1a6b3c, #7bd8a0);
  --unsure: light-dark(#7a5200, #f0c36a);
  --other: light-dark(#8a4b00, #f3b562);
  --own: light-dark(#3d5a80, #9db8dd);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, header, footer { max-width: 70rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 2rem 0; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 0.75rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
h4, h5 { font-size: 1rem; margin: 1.25rem 0 0.35rem; }
p, dl, ul, ol { margin: 0 0 0.75rem; }
a { color: inherit; }
code { font: 0.875em ui-monospace, monospace; }
.soft, dt, caption, figcaption, th { color: var(--soft); }
.verdict { font-size: 1.35rem; font-weight: 650; margin-block: 1rem; }
.verdict.kept, .result.kept { color: var(--good); }
.verdict.broken, .result.broken, .card.broken h3 { color: var(--bad); }
.verdict.not-looked-at, .result.not-seen, .problem { color: var(--unsure); }
.time { color: var(--soft); white-space: nowrap; }
.limits { border-inline-start: 4px solid var(--unsure); background: var(--card); padding: 0.75rem 1rem; }
.result { font-weight: 600; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; margin-bottom: 1rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid var(--line); }
thead th { font-weight: 600; overflow-wrap: normal; }
tbody th { font-weight: 400; color: inherit; }
tbody.after th { padding-top: 1rem; color: var(--soft); font-weight: 600; }
td.number, th.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding-bottom: 0.25rem; }
.matrix td, .matrix th { min-width: 5rem; }
.card { background: var(--card); border-inline-start: 4px solid var(--bad); padding: 0.75rem 1rem; margin-bottom: 1rem; break-inside: avoid; }
.card.not-seen { border-color: var(--unsure); }
.card h3 { margin: 0 0 0.4rem; }
.card dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0; font-size: 0.9rem; }
.card dd { margin: 0; }
.mend { font-weight: 600; }
details > summary { cursor: pointer; padding-block: 0.35rem; }
.visit { border: 1px solid var(--line); border-radius: 0.4rem; padding: 0 1rem; margin-bottom: 0.75rem; }
.visit > summary { margin-inline: -1rem; padding-inline: 1rem; }
.visit > summary h4 { display: inline; }
.visit[open] { padding-bottom: 1rem; }
.lanes { position: relative; display: grid; grid-template-columns: 6.5rem 1fr; row-gap: 0.25rem; font-size: 0.85rem; margin: 1.5rem 0 0.75rem; }
.lane { position: relative; height: 1.5rem; border-bottom: 1px solid var(--line); }
.lane i { position: absolute; bottom: 0.3rem; width: 0.5rem; height: 0.75rem; margin-inline-start: -0.25rem; border-radius: 2px; background: var(--own); opacity: 0.75; }
.lane.other i { background: var(--other); }
.lane.stored i { background: var(--soft); border-radius: 50%; height: 0.5rem; }
.lane i.broken { background: var(--bad); opacity: 1; transform: rotate(45deg); width: 0.7rem; height: 0.7rem; border-radius: 0; outline: 2px solid var(--paper); z-index: 1; }
.acts { position: relative; height: 1.4rem; }
.acts b { position: absolute; width: 1.3rem; margin-inline-start: -0.65rem; text-align: center; border-radius: 50%; background: var(--ink); color: var(--paper); font-size: 0.75rem; line-height: 1.3rem; }
.moments { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0; }
.moments li { flex: 0 1 12rem; font-size: 0.85rem; break-inside: avoid; }
.moments img { display: block; width: 100%; max-height: 16rem; object-fit: cover; object-position: top; border: 1px solid var(--line); margin-top: 0.3rem; }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: 0.25rem; padding: 0 0.3rem; font-size: 0.8rem; }
tr.broken th { color: var(--bad); font-weight: 600; }
footer { padding-block: 2rem; font-size: 0.85rem; color: var(--soft); }
@media (max-width: 40rem) { .result { white-space: normal; overflow-wrap: normal; } .card dl { display: block; } .lanes { grid-template-columns: 4.5rem 1fr; } .matrix { display: block; overflow-x: auto; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; }
  main, header, footer { max-width: none; padding-inline: 0; }
  /* On paper nothing can be opened. */
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  h2, h3, h4, h5, summary { break-after: avoid; }
  tr { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
`;
