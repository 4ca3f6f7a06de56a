import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestBrowser, openChromium } from '../docs/chromium.ts'
import { type Watched, openContext, overflows, watch } from '../docs/visit.ts'
import {
  type Enterprise,
  type Scene,
  appId,
  bind,
  exchange,
  grant,
  openScene,
  touch,
} from './scene.ts'

/** The seller's product, and a page of another site that frames what it is asked for. */
interface Pages {
  readonly product: string
  /** By another name, so that it is another site to a browser. */
  readonly framing: (src: string) => string
  readonly close: () => Promise<void>
}

let pages: Pages
let scene: Scene
let enterprise: Enterprise
let browser: TestBrowser

beforeAll(async () => {
  pages = await servePages()
  const framed = { ssoFrameAncestors: new URL(pages.framing('')).origin, ssoWorkbench: 'on' }
  const addresses = (sso: object) => ({ main: { ...sso, ...framed } })
  scene = await openScene({ addresses, returnUrl: pages.product })
  enterprise = await bind(scene)
  await grant(scene, enterprise)
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await scene.stop()
  await pages.close()
})

function servePages(): Promise<Pages> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://pages')
    const src = (searchParams.get('src') ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    const framing = `<h1>Workbench</h1><iframe src="${src}" width="800" height="600"></iframe>`
    response.setHeader('content-type', 'text/html;charset=utf-8')
    response.end(
      `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${
        pathname === '/frame' ? framing : '<h1>Product</h1>'
      }`,
    )
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({
        product: `http://127.0.0.1:${port}/sso`,
        framing: (src) => `http://localhost:${port}/frame?src=${encodeURIComponent(src)}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}

/** A window with nothing in it, which notes what goes wrong on its pages. */
async function openWindow(): Promise<Watched & { readonly context: BrowserContext }> {
  const context = await openContext(browser)
  return { ...(await watch(context)), context }
}

const button = (name: string) => `button:has-text("${name}")`
const isProduct = (url: URL) => url.href.startsWith(pages.product)

/** Who is at the product in the frame of a page. */
function signOnIn(page: Page) {
  const frame = page.frames().find((one) => one.url().startsWith(pages.product))
  if (frame === undefined) throw new Error(`nobody is at the product: ${page.url()}`)
  return exchange(scene, new URL(frame.url()))
}

test('a user signs in at the unified page and out of both sessions, in a window', async () => {
  const { page, faults, context } = await openWindow()
  await page.goto(scene.page('/login?state=of-product'))
  await page.click(`form:has([value="${enterprise.tenantId}"]) button`)
  await page.waitForURL(isProduct)
  expect(new URL(page.url()).searchParams.get('state')).toBe('of-product')
  const { session } = await exchange(scene, new URL(page.url()))
  expect(session.entry).toBe('unified')
  await page.goto(scene.page('/logout'))
  await page.waitForURL(scene.page('/signed-out'))
  expect((await touch(scene, session.id)).status).toBe(404)
  expect(await overflows(page, 'signed-out', true)).toEqual([0, 0])
  // The auth centre asks again who it is.
  await page.goto(scene.page(`/login?tenant=${enterprise.tenantId}`))
  await expect.poll(() => page.locator(button('张三')).count()).toBe(1)
  expect(faults).toEqual([])
  await context.close()
})

test('a page of another site frames the login, and keeps its cookies', async () => {
  const { page, faults, context } = await openWindow()
  for (const protocol of ['oauth', 'cas']) {
    const login = scene.page(`/login?tenant=${enterprise.tenantId}&protocol=${protocol}`)
    await page.goto(pages.framing(login))
    const frame = page.frameLocator('iframe')
    // By CAS the auth centre knows the user by then.
    if (protocol === 'oauth') await frame.locator(button('张三')).click()
    await frame.locator('h1:has-text("Product")').waitFor()
    const { session } = await signOnIn(page)
    expect(session).toMatchObject({ entry: 'own', protocol })
  }
  const cookies = await context.cookies()
  const ours = cookies.filter(({ name }) => name.startsWith('koogate-'))
  expect(ours.map(({ sameSite, secure, httpOnly }) => ({ sameSite, secure, httpOnly }))).toEqual([
    { sameSite: 'None', secure: true, httpOnly: true },
    { sameSite: 'None', secure: true, httpOnly: true },
  ])
  expect(faults).toEqual([])
  await context.close()
})

test('the workbench opens the product in its frame, and the user is asked first', async () => {
  const { page, faults, context } = await openWindow()
  await page.goto(pages.framing(scene.centre.workbenchUrl(enterprise.user, appId)))
  const frame = page.frameLocator('iframe')
  await frame.locator('h1:has-text("Continue as 张三 (zhangsan)?")').waitFor()
  await frame.locator(button('Continue')).click()
  await frame.locator('h1:has-text("Product")').waitFor()
  expect((await signOnIn(page)).session.entry).toBe('workbench')
  // The same user again is not asked.
  await page.goto(pages.framing(scene.centre.workbenchUrl(enterprise.user, appId)))
  await frame.locator('h1:has-text("Product")').waitFor()
  expect(faults).toEqual([])
  // Another one is, and who is there so far is told.
  const other = await bind(scene)
  const at = scene.centre.workbenchUrl({ ...other.user }, appId)
  await page.goto(pages.framing(at))
  await frame.locator('p:has-text("So far 张三 (zhangsan)")').waitFor()
  await context.close()
})

test('what goes wrong is told on a page that fits a phone, in both languages', async () => {
  const { page, context } = await openWindow()
  for (const locale of ['en', 'zh']) {
    await page.setExtraHTTPHeaders({ 'accept-language': locale === 'zh' ? 'zh-CN,zh' : 'en' })
    await page.goto(scene.centre.workbenchUrl(enterprise.user, appId))
    expect(await overflows(page, `question-${locale}`, true)).toEqual([0, 0])
    scene.centre.fail('token', 403)
    await page.goto(scene.centre.workbenchUrl(enterprise.user, appId))
    await expect.poll(() => page.locator('code').first().textContent()).toBe('client-forbidden')
    expect(await overflows(page, `fault-${locale}`, true)).toEqual([0, 0])
  }
  await context.close()
})
