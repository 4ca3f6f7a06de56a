import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'

type Language = 'en' | 'zh'

/** What is served to browsers: the page in two languages, its style and its scripts. */
export type ServePage = (request: IncomingMessage, response: ServerResponse) => boolean

// Nothing of the page is inline, and it asks nobody but this server.
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `connect-src 'self'`,
  `img-src data:`,
  `form-action 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}

const files = [
  ...['main', 'api', 'ask', 'catalogue', 'console', 'does', 'element', 'open', 'sales', 'say'],
  ...['words', 'words-en', 'words-zh'],
].map((name) => `${name}.js`)

/** Answers a request for the page or for what it loads; false for another one. */
export const servePage: ServePage = (request, response) => {
  const url = URL.parse(request.url ?? '/', 'http://page')
  if (url === null) return false
  if (url.pathname === '/') {
    send(response, 'text/html; charset=utf-8', pageIn(languageOf(request, url)))
    return true
  }
  const [, name = ''] = /^\/page\/([\w-]+\.(?:js|css))$/.exec(url.pathname) ?? []
  if (name !== 'store.css' && !files.includes(name)) return false
  const type = name.endsWith('.js') ? 'text/javascript' : 'text/css'
  send(response, `${type}; charset=utf-8`, readFileSync(new URL(`client/${name}`, import.meta.url)))
  return true
}

function send(response: ServerResponse, type: string, content: string | Buffer): void {
  response.writeHead(200, { ...headers, 'content-type': type, vary: 'accept-language' })
  response.end(content)
}

// The one that was chosen on the page, or that the browser asks for first.
function languageOf({ headers: asked }: IncomingMessage, { searchParams }: URL): Language {
  const chosen = searchParams.get('lang')
  if (chosen === 'en' || chosen === 'zh') return chosen
  return /^\s*zh\b/i.test(asked['accept-language'] ?? '') ? 'zh' : 'en'
}

const texts = {
  en: {
    html: 'en',
    title: 'The store in a box',
    other: '中文',
    otherLink: '?lang=zh',
    clock: 'Clock of the store',
    parts: 'Parts of the store',
    noScript: 'This page needs JavaScript; the API at simulator/v1 does not.',
  },
  zh: {
    html: 'zh-CN',
    title: '模拟云商店',
    other: 'English',
    otherLink: '?lang=en',
    clock: '云商店的时钟',
    parts: '云商店的各部分',
    noScript: '此页面需要 JavaScript；simulator/v1 处的接口不需要。',
  },
} as const

// All of it is ours: whatever comes from the store is put in by the scripts, as text.
function pageIn(language: Language): string {
  const { html, title, other, otherLink, clock, parts, noScript } = texts[language]
  const otherLanguage = language === 'en' ? 'zh-CN' : 'en'
  return `<!doctype html>
<html lang="${html}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Koogate</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page/store.css">
<script type="module" src="page/main.js"></script>
<header>
<h1>${title}</h1>
<section id="clock" aria-label="${clock}"><span id="now"></span><span id="jumps"></span><p id="next"></p></section>
<a href="${otherLink}" lang="${otherLanguage}" hreflang="${otherLanguage}">${other}</a>
</header>
<div class="layout">
<nav aria-label="${parts}"></nav>
<main>
<noscript>${noScript}</noscript>
<div id="said" role="status"></div>
<h2 id="part-title"></h2>
<div id="part"></div>
</main>
</div>
<footer><span id="whole" class="buttons"></span></footer>
</html>
`
}
