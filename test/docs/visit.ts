import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What went wrong on a page, in words; empty when nothing did. */
export interface Watched {
  readonly page: Page
  readonly faults: readonly string[]
}

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
const screenshots = '.screenshots'

/**
 * A browser without a network: a request to anything but the loopback is aborted, and every one of
 * them is a fault of the page that made it.
 */
export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: wide })
  await context.route(
    (url) => !isInside(url.href),
    (route) => route.abort(),
  )
  return context
}

// A blob and a data URI are made by the page itself.
function isInside(url: string): boolean {
  return /^(http:\/\/127\.0\.0\.1:|blob:|data:)/.test(url)
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

/**
 * Takes pictures at both widths, `.screenshots/<width>/<name>.png`, and returns by how many pixels
 * the page is wider than each screen. `whole` takes in what is below the fold.
 */
export async function picture(page: Page, name: string, whole: boolean): Promise<number[]> {
  const overflows: number[] = []
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport)
    const path = join(screenshots, String(viewport.width), `${name}.png`)
    mkdirSync(dirname(path), { recursive: true })
    await page.screenshot({ path, fullPage: whole })
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    overflows.push(width - viewport.width)
  }
  return overflows
}

/** The ids of a page, and the addresses that its links lead to, absolute. */
export async function anchorsAndLinks(page: Page): Promise<{ ids: string[]; links: string[] }> {
  return {
    ids: await page.evaluate<string[]>(
      `[...document.querySelectorAll('[id]')].map((element) => element.id)`,
    ),
    links: await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href]')].map((link) => link.href)`,
    ),
  }
}
