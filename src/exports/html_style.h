// The style of HTML exports: on screen after the system, light or dark; on paper (A4 and Letter) always dark on light.
#pragma once

#include <string_view>

namespace fullcourt {

inline constexpr std::string_view htmlStyle = R"(
:root{--ground:#fff;--text:#1c1d26;--muted:#565863;--line:#d9dae1;--soft:#f4f4f7;--accent:#3d4fc4;
--r:#0b5fa5;--r-ink:#fff;--a:#f0a028;--a-ink:#231500;--s:#a5d6f2;--s-ink:#06283d;--c:#00795a;--c-ink:#fff;--i:#e7e7ec;--i-ink:#3a3b46;--x:#ebd5e4;--x-ink:#5a1e47}
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.55 Inter,"Segoe UI","Helvetica Neue",Arial,"Noto Sans",sans-serif;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
main{max-width:54rem;margin:0 auto;padding:3rem 1.5rem 5rem}
.kind{margin:0 0 .25rem;color:var(--accent);font-weight:600}
h1{margin:0;font-size:2.25rem;line-height:1.15;letter-spacing:-.02em;text-wrap:balance}
.subtitle{margin:.5rem 0 0;color:var(--muted)}
h2{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25;letter-spacing:-.01em}
h3{margin:1.75rem 0 .35rem;font-size:1.0625rem;line-height:1.35}
section{margin-top:3rem;padding-top:1.5rem;border-top:1px solid var(--line)}
section.plain{border-top:0;padding-top:0;margin-top:2rem}
p{margin:.5rem 0;max-width:44rem}
.missing{color:var(--muted);font-style:italic}
ul,ol{margin:.5rem 0;padding-left:1.5rem;max-width:44rem}
li{margin:.3rem 0}
li::marker{color:var(--muted)}
nav{margin-top:2rem;padding:1.25rem 1.5rem;background:var(--soft);border-radius:.5rem}
nav h2{font-size:1rem;margin:0 0 .5rem}
nav ol{margin:0;columns:2;column-gap:2rem;max-width:none}
nav li{break-inside:avoid}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.number{color:var(--muted);font-weight:400;margin-right:.6em}
table{width:100%;border-collapse:collapse;margin:1rem 0;font-size:.875rem;line-height:1.4}
th,td{padding:.45rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-weight:600;vertical-align:bottom;border-bottom-color:var(--muted)}
tbody th{font-weight:400}
.group th{padding-top:1.1rem;font-weight:600}
.scroll,.over{overflow-x:auto}
.over th,.over td{min-width:7em}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.grid{table-layout:fixed}
.grid th,.grid td{padding:.4rem .25rem;vertical-align:middle}
.grid thead th{vertical-align:bottom;text-align:center;hyphens:auto;line-height:1.25}
.grid td{text-align:center;white-space:nowrap}
.grid .name{width:28%;text-align:left;padding-left:0;padding-right:.6rem}
.wide .name{width:20%}
.wide table{min-width:62rem}
.letter{display:inline-block;min-width:1.7em;padding:.12em .35em;border-radius:.3em;text-align:center;font-weight:650;line-height:1.35;background:var(--x);color:var(--x-ink)}
.letter.R{background:var(--r);color:var(--r-ink)}
.letter.A{background:var(--a);color:var(--a-ink)}
.letter.S{background:var(--s);color:var(--s-ink)}
.letter.C{background:var(--c);color:var(--c-ink)}
.letter.I{background:var(--i);color:var(--i-ink)}
.letter+.letter{margin-left:.15em}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;margin:.75rem 0;padding:0;list-style:none;font-size:.875rem;max-width:none}
.legend li{margin:0;display:flex;gap:.5em;align-items:center}
.card{margin:1rem 0;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:.5rem}
.card h3{margin:0}
.card .sub{margin:.1rem 0 0;color:var(--muted);font-size:.875rem}
dl{display:grid;grid-template-columns:9.5rem 1fr;gap:.3rem 1rem;margin:.75rem 0 0;font-size:.9375rem;line-height:1.45}
dt{color:var(--muted)}
dd{margin:0}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 2.25rem}
.columns ul,.columns ol{padding-left:1.1rem}
.sheet h1{font-size:1.75rem}
.sheet h2{font-size:1rem;margin:1.25rem 0 .35rem}
.sheet section{margin-top:0;padding-top:0;border:0}
.sheet li,.sheet p{font-size:.875rem;line-height:1.4}
.sheet .grid{margin:.75rem 0;font-size:.8125rem}
.sheet .grid th,.sheet .grid td{padding:.2rem .25rem}
@media (max-width:40rem){main{padding:1.5rem 1rem 3rem}nav ol{columns:1}.columns{grid-template-columns:1fr}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}.grid{min-width:38rem}}
@media screen and (prefers-color-scheme:dark){:root{--ground:#17181e;--text:#e9e9ef;--muted:#a3a5b3;--line:#383a46;--soft:#20222a;--accent:#a9b4ff;--r:#2b79c4;--s:#9bcdeb;--c:#0a7e5f;--i:#3a3b46;--i-ink:#e2e2ea;--x:#5e3a54;--x-ink:#f8e4f1}}
@page{margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt Inter,"Segoe UI","Helvetica Neue",Arial,sans-serif;color:#565863}}
@page turned{size:landscape;margin:14mm 14mm 18mm}
@page sheet{margin:12mm 14mm;@bottom-right{content:""}}
@media print{
html{color-scheme:light}
body{font-size:10pt;line-height:1.45}
main{max-width:none;padding:0}
h1{font-size:24pt}h2{font-size:15pt}h3{font-size:11pt}
h2,h3,.kind{break-after:avoid}
section{margin-top:9mm;padding-top:5mm}
p,li,.card,tr,.legend{break-inside:avoid}
p,li{orphans:3;widows:3}
thead{display:table-header-group}
table{font-size:8.5pt}
.scroll,.over{overflow:visible}
.upright .scroll,.short{break-inside:avoid}
h3+ul+p{break-before:avoid}
.legend{gap:.35rem 1rem}
.group{break-after:avoid}
.turned{page:turned}
.wide table{min-width:0;font-size:8pt}
.wide .name{width:18%}
.wide thead th{font-size:7pt}
.wide thead th,.wide td{padding-left:.5mm;padding-right:.5mm}
.wide .scroll+.scroll{break-before:page}
section.turned{margin-top:0;padding-top:0;border-top:0}
.letter,nav{print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav{background:none;border:1px solid var(--line)}
a{text-decoration:none}
.card{margin:4mm 0;padding:3mm 4mm}
dl{font-size:9pt;grid-template-columns:32mm 1fr}
.sheet{page:sheet}
.sheet h1{font-size:18pt}
.sheet h2{font-size:10.5pt;margin:3mm 0 1mm}
.sheet li,.sheet p{font-size:9pt;line-height:1.35;margin:.7mm 0}
.sheet .grid{font-size:8.5pt;margin:2mm 0}
.sheet .grid th,.sheet .grid td{padding:.7mm .5mm}
.sheet .legend{font-size:8pt;margin:1.5mm 0}
}
)";

} // namespace fullcourt
