import { hash } from 'node:crypto'

const css = `body{font:1.05rem/1.6 system-ui,sans-serif;margin:12vh auto;max-width:34rem;padding:0 1.25rem;overflow-wrap:anywhere;color:#1b1f24;background:#fff}
h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.05rem;margin-bottom:.25rem}ul{padding-left:1.25rem;margin-top:0}
dt{color:#57606a;font-size:.9rem}dd{margin:0 0 .6rem}.who{font-size:1.1rem}.small{color:#57606a;font-size:.9rem}
a.go,button{display:inline-block;font:inherit;padding:.6rem 1.4rem;border:0;border-radius:.4rem;background:#0b5cad;color:#fff;text-decoration:none;cursor:pointer}
a{color:#0b5cad}:focus-visible{outline:3px solid #79b4f0;outline-offset:2px}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}.small,dt{color:#9da7b3}a{color:#79b4f0}a.go,button{background:#1f6feb}}`

/** What a policy lets through: the style of the pages and nothing else. */
export const styleSource = `'sha256-${hash('sha256', css, 'base64')}'`

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A page; `body` is HTML, and `next` the address that it goes on to by itself. */
export function page(
  { lang }: { readonly lang: string },
  { title, body, next }: { readonly title: string; readonly body: string; readonly next?: string },
): string {
  // Not a redirect: one that follows a form is held against form-action all the way, wherever the
  // product leads its users.
  const refresh =
    next === undefined ? '' : `<meta http-equiv="refresh" content="0; url=${escaped(next)}">\n`
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${refresh}<title>${escaped(title)}</title>
<style>${css}</style>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</html>`
}
