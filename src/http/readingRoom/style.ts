/**
 * How the room looks. Sizes follow the reader's own text size; colours keep 4.5 to 1 or better in light and in dark, and
 * nothing is told by colour alone. No fonts are fetched, so that nothing moves once it is drawn.
 */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1f;--quiet:#55585f;--line:#d3d6dc;--soft:#f3f5f8;--link:#0b4a86;--seen:#5b3a86;--accent:#0b3a66;--focus:#ffbf47;--good:#1e6b3a;--warn:#8a4b00;--bad:#a3231f;--ins:#e2f3e6;--del:#fbe4e2;--bar:#1f5f97;--bar-off:#8b97a5}
@media (prefers-color-scheme:dark){:root{--paper:#15181d;--ink:#e9ebee;--quiet:#aeb4bd;--line:#3b424c;--soft:#1e232a;--link:#8ec5ff;--seen:#cbb2f5;--accent:#bcdcff;--focus:#ffbf47;--good:#8fdca6;--warn:#f3c27a;--bad:#ff9d97;--ins:#173a22;--del:#4a1f1d;--bar:#6fb1ee;--bar-off:#7d8896}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
html.sensitive{scroll-padding-top:5rem}
html.left body{display:none}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:visited{color:var(--seen)}
a:hover{text-decoration-thickness:.14em}
:focus-visible,input:focus,input:focus-within,select:focus{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 2px #1b1b1f}
main:focus{outline:none;box-shadow:none}
.skip{position:absolute;left:-999rem;background:var(--paper);padding:.6rem 1rem}
.skip:focus{left:1rem;top:.5rem;z-index:3}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.top,main,footer{max-width:60rem;margin:0 auto;padding-left:1.25rem;padding-right:1.25rem}
.top{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:baseline;justify-content:space-between;padding-top:1rem;padding-bottom:.75rem;border-bottom:1px solid var(--line)}
.brand{margin:0;font-weight:700;font-size:1.125rem}
.brand a{color:var(--accent);text-decoration:none}
.brand .room{font-weight:400;color:var(--quiet)}
.mark{display:inline-block;width:.7rem;height:.7rem;margin-right:.5rem;background:var(--bar);transform:rotate(45deg)}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;padding:0;list-style:none}
nav a,nav a:visited{display:inline-block;padding:.3rem 0;color:var(--link)}
main{padding-top:1.5rem;padding-bottom:3rem}
h1{font-size:1.9rem;line-height:1.2;margin:.25rem 0 .75rem;color:var(--accent);text-wrap:balance}
h2{font-size:1.35rem;line-height:1.3;margin:2.25rem 0 .5rem;color:var(--accent)}
h3{font-size:1.1rem;line-height:1.35;margin:1.5rem 0 .35rem}
p,ul,ol,dl,table,figure{margin:0 0 1rem}
p,li,dd,.text{max-width:44rem}
ul,ol{padding-left:1.4rem}
.here ul{gap:0 1.25rem;margin:0 0 1.25rem}
hr{border:0;border-top:1px solid var(--line)}
img{max-width:100%;height:auto}
.kicker{margin:0;color:var(--quiet)}
.lead{font-size:1.15rem}
.quiet,figcaption{color:var(--quiet);font-size:.95rem}
.tag{display:inline-block;padding:.05rem .5rem;border:1px solid currentColor;border-radius:.2rem;font-size:.875rem;font-weight:600;white-space:nowrap}
.tag.good{color:var(--good)}.tag.warn{color:var(--warn)}.tag.bad{color:var(--bad)}.tag.off{color:var(--quiet)}
.note{margin:0 0 1.25rem;padding:.8rem 1rem;border-left:.3rem solid var(--bar);background:var(--soft)}
.note.warn{border-color:var(--warn)}.note.bad{border-color:var(--bad)}
.note>:last-child{margin-bottom:0}
.note h2{margin-top:0}
dl.facts{display:grid;grid-template-columns:minmax(9rem,13rem) 1fr;gap:.4rem 1.25rem}
dl.facts dt{color:var(--quiet)}
dl.facts dd{margin:0;min-width:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:1rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
td{overflow-wrap:anywhere}
thead th{color:var(--quiet);font-weight:600}
tr.gap td,tr.gap th{color:var(--quiet);font-style:italic}
caption{text-align:left;color:var(--quiet);padding-bottom:.35rem}
code,pre,.mono{font-family:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
pre{padding:.8rem 1rem;background:var(--soft);overflow-x:auto;white-space:pre-wrap}
blockquote{margin:0 0 1rem;padding-left:1rem;border-left:.25rem solid var(--line)}
form{margin:0 0 1.5rem}
.panel{padding:1rem 1.25rem 1.1rem;background:var(--soft);border:1px solid var(--line);border-radius:.3rem}
.panel h2,.panel h3{margin-top:0}.panel>:last-child{margin-bottom:0}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:.85rem 1.25rem;margin-bottom:1rem}
.field{display:flex;flex-direction:column}.field:only-child{max-width:22rem}.field input,.field select{margin-top:auto}.field label{font-weight:600}
.field .hint{display:block;color:var(--quiet);font-size:.9rem}
.field .fault{display:block;color:var(--bad);font-weight:600}
.inline{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end}
input,select,button{font:inherit;color:inherit}
input,select{width:100%;min-height:2.75rem;padding:.35rem .6rem;border:1px solid var(--quiet);border-radius:.2rem;background:var(--paper)}
.inline .field{flex:0 1 19rem}
.button,button{display:inline-block;min-height:2.75rem;padding:.5rem 1.2rem;border:0;border-radius:.2rem;background:#0b3a66;color:#fff;font-weight:600;text-decoration:none;cursor:pointer}
@media (prefers-color-scheme:dark){.button,button{background:#bcdcff;color:#0e1a26}}
.hits{list-style:none;padding:0;margin-top:1rem}
.hits>li{padding:.9rem 0;border-top:1px solid var(--line);max-width:none}
.hits h3{margin:0}
.hits p{margin:.15rem 0 0;max-width:none}
.pages{display:flex;gap:.25rem 1.5rem;flex-wrap:wrap;align-items:center}.pages>*{margin:0}
.kinds{display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;list-style:none;padding:0}
.kinds [aria-current]{font-weight:700;color:var(--ink);text-decoration:none}
.timeline{margin:0 0 1rem}
.timeline>svg{display:block;width:100%;overflow:visible}
.timeline text{font-size:14px;fill:var(--ink);stroke:var(--paper);stroke-width:4px;paint-order:stroke}
.timeline .year,.timeline .word{fill:var(--quiet);font-size:13px}
.timeline .tick{stroke:var(--line)}
.timeline .bar{fill:var(--bar)}
.timeline .bar.off{fill:var(--bar-off)}
.timeline .bar.sealed{fill:none;stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 3}
.timeline .maybe{fill:url(#maybe)}
.timeline .gap{fill:url(#gap);stroke:var(--quiet);stroke-dasharray:3 3}
.timeline .stripe{stroke:var(--bar);stroke-width:3}
.timeline .hatch{stroke:var(--quiet);stroke-width:1}
.timeline .now{stroke:var(--warn);stroke-width:2}
.timeline .public{stroke:var(--good);stroke-width:3}
.timeline .withdrawn{stroke:var(--warn);stroke-width:2;stroke-dasharray:4 4}
.timeline .act{fill:var(--paper);stroke:var(--ink);stroke-width:2}
.timeline .act.first{fill:var(--good);stroke:var(--good)}
.timeline .act.taken{fill:var(--bad);stroke:var(--bad)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;padding:0;list-style:none;font-size:.9rem;color:var(--quiet)}
.legend svg{width:1.5rem;height:.9rem;vertical-align:-.1em;margin-right:.4rem;overflow:visible}
details{margin:0 0 1rem}
summary{cursor:pointer;color:var(--link)}
ins{background:var(--ins);text-decoration:underline;text-decoration-thickness:.1em}
del{background:var(--del);text-decoration:line-through}
:is(ins,del)>*{background:inherit}
.cite{padding:.8rem 1rem;background:var(--soft);border:1px solid var(--line)}
.exit{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:flex-end;padding:.4rem 1.25rem;background:var(--paper);border-bottom:1px solid var(--line)}
.exit [data-exit],.exit [data-exit]:visited{padding:.5rem 1.1rem;border-radius:.2rem;background:#a3231f;color:#fff;font-weight:700;text-decoration:none}
.exit .keys,.exit .tracks{font-size:.9rem}
footer{border-top:1px solid var(--line);padding-top:1.25rem;padding-bottom:3rem;font-size:.95rem;color:var(--quiet)}
footer h2{font-size:1rem;margin:0 0 .25rem;color:inherit}
@media (max-width:40rem){.comparison table,.comparison tbody,.comparison tr,.comparison td,.comparison th{display:block}.comparison thead{display:none}.comparison td[data-column]::before{content:attr(data-column) ": ";color:var(--quiet)}h1{font-size:1.55rem}dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.6rem}.exit{justify-content:stretch}.exit [data-exit]{flex:1 1 100%;text-align:center}.exit .keys{display:none}
table.cards,table.cards caption,table.cards tbody,table.cards tr,table.cards td,table.cards th{display:block}table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.cards tr{padding:.5rem 0;border-bottom:1px solid var(--line)}table.cards td,table.cards th{border:0;padding:.1rem 0}table.cards td:empty{display:none}}
@media (forced-colors:active){.timeline .bar{fill:CanvasText}.timeline .bar.off{fill:GrayText}.mark{background:CanvasText}.exit [data-exit],.button,button{border:2px solid}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#333;--line:#999;--soft:#fff;--link:#000;--seen:#000;--accent:#000;--bar:#333;--bar-off:#999;--good:#000;--warn:#000;--bad:#000;--ins:#fff;--del:#fff}
@page{margin:18mm}body{font-size:10.5pt}.exit,nav,.skip,form,.pages,.legend .none,footer p+p,.screen{display:none}main,.top,footer{max-width:none;padding-left:0;padding-right:0}a{text-decoration:none}h2,h3{break-after:avoid}tr,li,figure,.cite{break-inside:avoid}.text a[href^="http"]::after{content:" (" attr(href) ")"}}
`
  .trim()
  .replaceAll('\n', '')
