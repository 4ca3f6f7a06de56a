import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readContract } from '../../scripts/site/contract-documents.ts'
import { makeDemo } from '../../scripts/site/demo.ts'
import { pageNames } from '../../src/console/paths.ts'
import { type TestBrowser, openChromium } from '../docs/chromium.ts'
import { type StaticServer, serveFolder } from '../docs/static-server.ts'
import { openContext, watch } from '../docs/visit.ts'
import { settled } from './open-console.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-demo-'))
let browser: TestBrowser
let host: StaticServer

beforeAll(async () => {
  await makeDemo(join(folder, 'demo'), readContract('generated').management)
  ;[browser, host] = await Promise.all([
    openChromium(),
    serveFolder(join(folder, 'demo'), '/docs/demo'),
  ])
})
afterAll(async () => {
  await browser.close()
  await host.close()
  rmSync(folder, { recursive: true })
})

test('the demo has a file for each page, so that any of them can be reloaded', async () => {
  const index = await (await fetch(`${host.url}/index.html`)).text()
  expect(index).toContain('<html data-demo ')
  for (const name of pageNames.filter((one) => one !== 'overview')) {
    expect(await (await fetch(`${host.url}/${name}.html`)).text()).toBe(index)
  }
})

test('the demo shows its pages from files alone, asks nobody, and says that it is one', async () => {
  const watched = await watch(await openContext(browser))
  const { page } = watched
  await page.goto(`${host.url}/index.html`)
  for (const link of await page.locator('nav.pages a').all()) {
    const title = (await link.textContent()) ?? ''
    await link.click()
    await page.locator('h1', { hasText: title }).waitFor()
    await settled(watched)
    await expect.poll(() => page.locator('main .note').first().textContent()).toMatch(/demo|演示/)
    await expect.poll(() => page.locator('[role=alert]').count()).toBe(0)
  }
  await page.goto(`${host.url}/instance.html?id=any`)
  await page.getByText('10e758d0').first().waitFor()
  expect(watched.faults).toEqual([])
  expect(watched.requests.filter((request) => request.url().includes('/api/'))).toEqual([])
})
