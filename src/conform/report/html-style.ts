/** The style of the HTML report: one language at a time, readable on a phone and on paper. */
export const style = `
:root { color-scheme: light; --ink: #1d2433; --soft: #566074; --line: #d9dee7; --back: #f5f7fa;
  --red: #b3141e; --amber: #8a5300; --green: #17692f; --blue: #1a56a8; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); line-height: 1.55;
  font-family: system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei',
    'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif; }
body:has(#zh:checked) [lang='en'], body:has(#en:checked) [lang='zh'] { display: none; }
header, main, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1.05rem; line-height: 1.4; }
a { color: var(--blue); overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace; font-size: .85em; }
code { overflow-wrap: anywhere; }
.top { display: flex; flex-wrap: wrap; gap: .75rem 2rem; justify-content: space-between;
  align-items: center; }
.languages { display: flex; border: 1px solid var(--line); border-radius: .5rem; margin: 0;
  padding: 0; overflow: hidden; background: #fff; }
.languages legend, .languages input { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
.languages label { padding: .3rem .9rem; cursor: pointer; color: var(--soft); }
.languages input:checked + label { background: var(--ink); color: #fff; }
.languages input:focus-visible + label { outline: 3px solid var(--blue); outline-offset: -3px; }
.verdict { margin: 1.25rem 0 0; padding: .9rem 1.1rem; border-radius: .5rem; font-weight: 600;
  font-size: 1.1rem; background: #fff; border: 1px solid var(--line); border-left: .4rem solid; }
.verdict.kept { border-left-color: var(--green); }
.verdict.broken, .verdict.ourFault { border-left-color: var(--red); }
.verdict.notJudged { border-left-color: var(--amber); }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.counts li { flex: 1 1 7rem; background: #fff; border: 1px solid var(--line); border-radius: .5rem;
  padding: .6rem .9rem; color: var(--soft); font-size: .9rem; }
.counts b { display: block; color: var(--ink); font-size: 1.5rem; line-height: 1.2; }
.rule { background: #fff; border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1rem;
  padding: 1rem 1.2rem; break-inside: avoid-page; }
.rule > .id { color: var(--soft); }
.badge { display: inline-block; border-radius: .3rem; padding: 0 .5rem; font-size: .8rem;
  font-weight: 600; color: #fff; background: var(--red); }
.badge.warning { background: var(--amber); }
.badge.known, .badge.notJudged { background: var(--soft); }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .5rem 1.25rem; margin: .9rem 0 0; }
dt { color: var(--soft); }
dd { margin: 0; min-width: 0; }
dd p { margin: 0 0 .35rem; }
.where { font-weight: 600; }
details { margin: .3rem 0 .6rem; }
summary { cursor: pointer; color: var(--blue); }
pre { margin: .3rem 0 .6rem; padding: .7rem .9rem; background: var(--back); border: 1px solid var(--line);
  border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; background: #fff; border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line); }
tbody:first-child tr:first-child td { border-top: 0; }
.scroll + .scroll, .scroll + .rule { margin-top: 1rem; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; white-space: nowrap; }
.finding { color: var(--red); }
footer { color: var(--soft); font-size: .9rem; padding-top: 1.5rem; padding-bottom: 3rem; }
@media (max-width: 40rem) {
  header { padding-top: 1.25rem; }
  h1 { font-size: 1.35rem; }
  dl { grid-template-columns: 1fr; gap: .15rem; }
  dd { margin-bottom: .6rem; }
  table.rules thead { display: none; }
  table.rules tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; }
  table.rules tr:first-child { border-top: 0; }
  table.rules td { display: block; border: 0; padding: .1rem .9rem; }
}
@media print {
  body { background: #fff; font-size: 10.5pt; }
  .languages { display: none; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { color: var(--soft); }
  .scroll { overflow: visible; }
}
`
