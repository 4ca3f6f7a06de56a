/** How the page of a review looks, on a screen and on paper. */
export const style = `
:root{color-scheme:light dark;--line:#d5dae1;--soft:#f5f7fa;--text:#1d2733;--dim:#566373;--red:#b3261e;--redsoft:#fdecea;--amber:#8a5300;--ambersoft:#fff4e0;--green:#1b6e3c;--greensoft:#e8f5ec;--page:#fff}
@media(prefers-color-scheme:dark){:root{--line:#37414d;--soft:#1b222b;--text:#e6ebf1;--dim:#a3afbd;--red:#ff8a80;--redsoft:#3b1d1b;--amber:#ffc266;--ambersoft:#37290f;--green:#7bd69b;--greensoft:#15301f;--page:#12171d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--page);color:var(--text);font:16px/1.55 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
main{display:none}
#en:checked~main[lang=en],#zh:checked~main[lang=zh]{display:block}
input[type=radio]{position:absolute;opacity:0}
label{display:inline-block;padding:.2rem .8rem;border:1px solid var(--line);border-radius:1rem;margin-right:.4rem;cursor:pointer}
input:checked+label{background:var(--text);color:var(--page)}
input:focus-visible+label{outline:2px solid var(--green);outline-offset:2px}
h1{font-size:1.6rem;line-height:1.25;margin:1rem 0 .3rem}
h2{font-size:1.3rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}
h4{margin:0 0 .2rem;font-size:.8rem;color:var(--dim);font-weight:600}
.versions,.id,small{color:var(--dim);font-size:.85rem}
small{display:block;font-weight:400}
.verdict{border-radius:.5rem;padding:.7rem 1rem;margin:1rem 0}
.verdict p{margin:.4rem 0 0}
.good{background:var(--greensoft);color:var(--green)}
.bad{background:var(--redsoft);color:var(--red)}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}
.summary td,.summary thead th{text-align:center}
.summary thead td{width:40%}
.summary .none{color:var(--dim)}
.summary .some{font-weight:700}
article{border:1px solid var(--line);border-left:.35rem solid var(--dim);border-radius:.4rem;padding:.7rem 1rem;margin:.8rem 0;break-inside:avoid}
article.breaking{border-left-color:var(--red)}
article.rule{border-left-color:var(--amber)}
article p{margin:.3rem 0}
.badge{font-size:.8rem;font-weight:700;color:var(--dim)}
.breaking .badge{color:var(--red)}
.rule .badge{color:var(--amber)}
.what{font-size:1.05rem}
.must{background:var(--redsoft);padding:.5rem .7rem;border-radius:.3rem}
.decision{background:var(--ambersoft);padding:.5rem .7rem;border-radius:.3rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.8rem;margin:.6rem 0}
.sides>div{background:var(--soft);border-radius:.3rem;padding:.5rem .7rem;min-width:0}
.text{white-space:pre-wrap;font-size:.92rem}
del{background:var(--redsoft);color:var(--red)}
ins{background:var(--greensoft);color:var(--green);text-decoration:none}
pre{background:var(--soft);border-radius:.3rem;padding:.6rem;white-space:pre-wrap;font-size:.85rem;margin:.4rem 0}
code{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.9em;background:var(--soft);border-radius:.2rem;padding:0 .2rem}
.where code{display:inline-block;margin:.1rem .2rem .1rem 0}
summary{cursor:pointer;color:var(--dim);font-size:.9rem;padding:.2rem 0}
.texts{font-size:.85rem}
@media screen and (max-width:40rem){.sides{grid-template-columns:1fr}.summary{font-size:.8rem}.summary small{display:none}.summary th,.summary td{padding:.3rem .15rem}.summary thead td{width:24%}.summary thead th{font-size:.6rem}}
@media print{body{max-width:none;font-size:10pt;padding:0}label{display:none}details::details-content{content-visibility:visible;display:block}.sides{grid-template-columns:1fr 1fr}del,ins{print-color-adjust:exact}}
`

/** A reader of Chinese sees Chinese first. */
export const chooseLanguage =
  "if(navigator.language.startsWith('zh'))document.getElementById('zh').checked=true"
