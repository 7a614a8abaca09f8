/** The style sheet of exported pages: plain, for small screens first, in the reader's own colours. */
export const exportStyle = `:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { max-width: 42em; margin: 0 auto; padding: 1em; line-height: 1.5; font-family: Georgia, 'Noto Serif', serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6, nav, form, .kicker, .facts, .versions, .within, .attribution, .box-title { font-family: system-ui, 'Noto Sans', sans-serif; }
h1 { line-height: 1.2; }
.kicker, .facts, .versions, .within, .attribution { font-size: 0.875em; }
sup { line-height: 0; font-size: 0.75em; }
.wide { overflow-x: auto; }
.wide sup a { display: inline-block; min-width: 24px; line-height: 24px; text-align: center; }
table { border-collapse: collapse; }
th, td { padding: 0.25em 0.5em; border: 1px solid; text-align: left; vertical-align: top; }
.to-right { text-align: right; }
.to-center { text-align: center; }
caption { text-align: left; font-weight: bold; }
figure { margin: 1em 0; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid; }
.box { margin: 1em 0; padding: 0.25em 1em; border: 1px solid; }
.box-title { font-weight: bold; }
.warning { border-width: 3px; }
.address { overflow-wrap: anywhere; }
pre { overflow-x: auto; }
.hits { padding-left: 1.5em; }
.hits h2 { margin: 1em 0 0; font-size: 1.1em; }
.hits p { margin: 0.25em 0; }
input { box-sizing: border-box; width: 100%; padding: 0.5em; border: 1px solid; font: inherit; }
.attribution { margin-top: 2em; padding-top: 0.5em; border-top: 1px solid; }
`
