import { readFileSync } from 'node:fs'
import express from 'express'
import { createConsoleRouter } from '../src/http/console.ts'
import { startChromium } from './docs/chromium.ts'
import { seriousFindings } from './docs/axe.ts'
const contract = JSON.parse(readFileSync('generated/management.json','utf8'))
const ex = (path: string, name: string) => {
  let e = contract.paths[path].get.responses['200'].content['application/json'].examples[name]
  if (e.$ref) e = e.$ref.split('/').slice(1).reduce((a: any, k: string) => a[k], contract)
  return e.value
}
const app = express()
app.get('/api/v1/session', (_q, r) => void r.json({ tokenId: 'x', tokenName: 'night shift', scopes: ['read','operate'], expiresAt: '2026-12-01T00:00:00Z', reasonRequired: false }))
const quiet = process.argv[2] === 'quiet'
app.get('/api/v1/overview', (_q, r) => void r.json(ex('/api/v1/overview', quiet ? 'overview-quiet' : 'overview-troubled')))
app.get('/api/v1/setup', (_q, r) => void r.json(ex('/api/v1/setup', 'setup-begun')))
app.use('/console', createConsoleRouter())
const server = app.listen(0, '127.0.0.1', async () => {
  const port = (server.address() as any).port
  const browser = await startChromium()
  for (const [lang, scheme, width] of [['en','light',1440],['zh','dark',390],['zh','light',1440],['en','dark',390]] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: lang === 'zh' ? 'zh-CN' : 'en-US' })
    const page = await context.newPage()
    page.on('console', (m) => console.log(lang, m.type(), m.text()))
    page.on('pageerror', (e) => console.log('ERR', e.message))
    for (const path of ['', 'setup']) {
      await page.goto(`http://127.0.0.1:${port}/console/${path}`)
      await page.waitForSelector('h2, .note')
      await page.waitForTimeout(300)
      console.log(lang, scheme, width, path, 'wide by', await page.evaluate('document.documentElement.scrollWidth - innerWidth'), await seriousFindings(page))
      await page.screenshot({ path: `/tmp/ov-${path || 'overview'}-${lang}-${width}.png`, fullPage: true })
    }
    await context.close()
  }
  await browser.close(); server.close(); process.exit(0)
})
