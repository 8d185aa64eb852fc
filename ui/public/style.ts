/** The look of the public pages, after デジタル庁デザインシステム: large type, wide targets, one column, paper. */
export const publicStyle = `
html { font: 1.125rem/1.9 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "BIZ UDPGothic", Meiryo, sans-serif;
  color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem 4rem; }
header { border-bottom: 1px solid #b3b3b3; }
h1, h2 { word-break: auto-phrase; }
h1 { font-size: 1.75rem; line-height: 1.7; }
h2 { font-size: 1.375rem; line-height: 1.7; margin-top: 2.5rem; }
rt { font-size: 0.6em; }
a { color: #0017c1; }
form { display: grid; gap: 1.25rem; justify-items: start; }
label, legend { font-weight: 700; }
fieldset { border: 0; margin: 0; padding: 0; }
fieldset label { font-weight: 400; display: flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; }
input[type=radio], input[type=checkbox] { width: 1.5rem; height: 1.5rem; flex: none; }
input[type=text], input[type=tel], input[type=email], input[type=date], select, textarea { box-sizing: border-box; width: 100%; font: inherit; padding: 0.5rem 0.75rem; border: 1px solid #626264;
  border-radius: 0.5rem; }
input.code { font-family: monospace; letter-spacing: 0.1em; }
button { font: inherit; font-weight: 700; min-height: 3.5rem; padding: 0 1.5rem; color: #fff; background: #0017c1; border: 0;
  border-radius: 0.5rem; }
form + form { margin-top: 2rem; }
.quiet { color: #0017c1; background: #fff; border: 1px solid #0017c1; }
.field { display: grid; gap: 0.25rem; width: 100%; }
.hint { font-size: 1rem; color: #4d4d4d; }
.away { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; overflow: hidden; clip-path: inset(50%); }
details > * + * { margin-top: 1rem; }
fieldset fieldset legend { font-weight: 400; }
fieldset.field { border-top: 1px solid #b3b3b3; padding-top: 1rem; gap: 1rem; }
fieldset.field > legend { float: left; font-size: 1.25rem; }
fieldset.field > legend + * { clear: left; }
.choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 0 1rem; }
.languages { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; margin: 0 0 0.75rem; padding: 0; }
.languages button, .languages a { box-sizing: border-box; display: flex; align-items: center; text-decoration: none; border-radius: 0.5rem; font-size: 1rem; font-weight: 400; min-height: 2.75rem; padding: 0 0.75rem; color: #0017c1; background: #fff;
  border: 1px solid #0017c1; }
.languages button[aria-current], .languages a[aria-current] { color: #fff; background: #0017c1; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.ways ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0 0 0.5rem; padding: 0; }
.ways a { display: flex; align-items: center; min-height: 2.75rem; }
.ways a[aria-current] { color: #1a1a1a; font-weight: 700; text-decoration: none; }
ul.steps { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
ul.steps a { display: flex; align-items: center; box-sizing: border-box; min-height: 3.5rem; height: 100%; padding: 0.5rem 1rem; border: 1px solid #0017c1; border-radius: 0.5rem; font-weight: 700; text-decoration: none; }
ul.steps.small { grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); }
ul.steps a:hover, .ways a:hover, .languages a:hover { text-decoration: underline; text-decoration-thickness: 0.1875rem; }
ul.cards { list-style: none; margin: 0; padding: 0; }
ul.cards li { border-top: 1px solid #b3b3b3; padding: 0.5rem 0; }
h3 { font-size: 1.125rem; margin: 0.5rem 0 0; }
ul.cards p { margin: 0.25rem 0 0.5rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 1fr) 3fr; gap: 0; margin: 1.5rem 0; }
dt, dd { margin: 0; padding: 0.5rem 0.75rem 0.5rem 0; border-top: 1px solid #b3b3b3; }
dt { font-weight: 700; }
@media (max-width: 30rem) { dl { display: block; } dd { border: 0; padding-top: 0; } }
.typed { white-space: pre-line; }
ul.plain { list-style: none; margin: 0; padding: 0; }
.unreviewed { border: 2px solid #927200; border-radius: 0.5rem; padding: 0.5rem 1rem; }
details { width: 100%; }
summary { font-weight: 700; min-height: 2.75rem; padding: 0.5rem 0; cursor: pointer; }
.wrong { color: #ce0000; font-weight: 700; }
.code-shown { font-family: monospace; font-size: clamp(1.125rem, 6vw, 1.75rem); white-space: nowrap; }
.error { border: 2px solid #ce0000; border-radius: 0.5rem; padding: 0.5rem 1rem; }
.done { border: 2px solid #197a4b; border-radius: 0.5rem; padding: 0.5rem 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem; border-bottom: 1px solid #b3b3b3; }
:focus-visible { outline: 0.25rem solid #000; outline-offset: 0.125rem; box-shadow: 0 0 0 0.125rem #ffd43d; }
@media print { form, header { display: none; } @page { size: A4; margin: 15mm; } html { font-size: 11pt; } }
`;
