import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What went wrong on a page, in words; empty when nothing did. */
export interface Watched {
  readonly page: Page
  readonly faults: string[]
}

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
// A picture of a whole page takes seconds, so they are taken for those who want to look at them.
const screenshots = process.env['SCREENSHOTS'] ?? ''

/** A context of the browser, wide as a desktop. */
export function openContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: wide })
}

// A blob and a data URI are made by the page itself.
function isInside(url: string): boolean {
  return /^(http:\/\/(127\.0\.0\.1|localhost):|blob:|data:)/.test(url)
}

/** Opens a page and notes requests to the outside, failed requests, bad statuses and errors. */
export async function watch(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    if (!isInside(request.url())) faults.push(`outside: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return { page, faults }
}

/** The same page with nothing on it, as wide as a desktop, and with no fault yet. */
export async function afresh(watched: Watched): Promise<Watched> {
  await watched.page.goto('about:blank')
  await watched.page.setViewportSize(wide)
  watched.faults.splice(0)
  return watched
}

/**
 * Shows a page at both widths and returns by how many pixels it is wider than each screen. With
 * SCREENSHOTS=<folder> it also takes pictures, `<folder>/<width>/<name>.png`; `whole` takes in what
 * is below the fold.
 */
export async function overflows(page: Page, name: string, whole: boolean): Promise<number[]> {
  const found: number[] = []
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport)
    const path = join(screenshots, String(viewport.width), `${name}.png`)
    if (screenshots !== '') await page.screenshot({ path, fullPage: whole })
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    found.push(width - viewport.width)
  }
  return found
}
