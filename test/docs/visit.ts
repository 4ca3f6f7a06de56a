import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { until } from '../harness/until.ts'
import type { TestBrowser } from './chromium.ts'

/** A page that is watched. */
export interface Watched {
  readonly page: Page
  /** What went wrong, in words; empty when nothing did. */
  readonly faults: string[]
  /** What was asked for. */
  readonly requests: Request[]
}

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
/** Desktop and phone. */
export const viewports = [narrow, wide]
export const colourSchemes = ['light', 'dark'] as const
// A picture of a whole page takes seconds, so they are taken for those who want to look at them.
const screenshots = process.env['SCREENSHOTS'] ?? ''

/** A context of the browser, wide as a desktop. */
export function openContext(
  browser: TestBrowser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ viewport: wide, ...options })
}

// A blob and a data URI are made by the page itself.
function isInside(url: string): boolean {
  return /^(http:\/\/(127\.0\.0\.1|localhost):|blob:|data:)/.test(url)
}

/** Opens a page and notes requests to the outside, failed requests, bad statuses and errors. */
export async function watch(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage()
  // Each page is loaded as if it were the first.
  const session = await context.newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const [faults, requests]: [string[], Request[]] = [[], []]
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => {
    // What a page gives up by itself, because another one comes, has not failed.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    requests.push(request)
    if (!isInside(request.url())) faults.push(`outside: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return { page, faults, requests }
}

/** The same page with nothing on it, as wide as a desktop, and with no fault yet. */
export async function afresh(watched: Watched): Promise<Watched> {
  await watched.page.goto('about:blank')
  await watched.page.setViewportSize(wide)
  await watched.page.emulateMedia({ colorScheme: 'light' })
  watched.faults.splice(0)
  watched.requests.splice(0)
  return watched
}

/** The bytes that came over the wire since the page was afresh, heads and bodies. */
export async function bytesLoaded({ requests }: Watched): Promise<number> {
  const sizes = await Promise.all(requests.map((request) => request.sizes()))
  return sizes.reduce((sum, one) => sum + one.responseHeadersSize + one.responseBodySize, 0)
}

/** Resizes a page, waits until what scrolls can be reached by the keyboard, and returns by how much the page is too wide. */
export async function overflowAt(page: Page, viewport: typeof wide): Promise<number> {
  await page.setViewportSize(viewport)
  // The theme's scripts see to it a moment after; where they do not, whoever looks finds it.
  // Not by waitForFunction, which a policy without unsafe-eval refuses.
  // Without a frame nothing tells the theme that a size has changed; a page without scripts has none.
  const afterFrame = `new Promise((seen) => requestAnimationFrame(() => seen(${allReachable})))`
  const anyway = () => page.evaluate<boolean>(allReachable)
  const look = () => Promise.race([page.evaluate<boolean>(afterFrame), sleep(500).then(anyway)])
  await until(look, Boolean, 5_000).catch(() => undefined)
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  return width - viewport.width
}

const allReachable = `[...document.querySelectorAll('pre, table')].every(
  (one) => one.scrollWidth <= one.clientWidth || one.hasAttribute('tabindex'))`

/**
 * With SCREENSHOTS=<folder> it takes a picture, `<folder>/<width>/<name>.png`; `whole` takes in what is
 * below the fold.
 */
export async function picture(page: Page, name: string, whole: boolean): Promise<void> {
  const path = join(screenshots, String(page.viewportSize()?.width), `${name}.png`)
  if (screenshots !== '') await page.screenshot({ path, fullPage: whole })
}

/** Shows a page at both widths, takes its pictures, and returns by how many pixels it is wider than each. */
export async function overflows(page: Page, name: string, whole: boolean): Promise<number[]> {
  const found: number[] = []
  for (const viewport of viewports) {
    found.push(await overflowAt(page, viewport))
    await picture(page, name, whole)
  }
  return found
}
