import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readContract } from '../../scripts/site/contract-documents.ts'
import { makeDemo } from '../../scripts/site/demo.ts'
import { pageNames } from '../../src/console/paths.ts'
import { startChromium } from '../docs/chromium.ts'
import { type StaticServer, serveFolder } from '../docs/static-server.ts'
import { openContext, watch } from '../docs/visit.ts'
import { settled } from './open-console.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-demo-'))
let browser: Awaited<ReturnType<typeof startChromium>>
let host: StaticServer

beforeAll(async () => {
  await makeDemo(join(folder, 'demo'), readContract('generated').management)
  ;[browser, host] = await Promise.all([
    startChromium(),
    serveFolder(join(folder, 'demo'), '/docs/demo'),
  ])
})
afterAll(async () => {
  await browser.close()
  await host.close()
  rmSync(folder, { recursive: true })
})

test('the demo shows every page from files alone, asks nobody, and says that it is one', async () => {
  const watched = await watch(await openContext(browser))
  for (const name of pageNames) {
    const file = name === 'overview' ? 'index' : name
    await watched.page.goto(`${host.url}/${file}.html?id=any`)
    await settled(watched)
    expect(await watched.page.locator('main .note').first().textContent()).toMatch(/demo|演示/)
    expect(await watched.page.locator('[role=alert]').count()).toBe(0)
    expect(await watched.page.locator('h1').textContent()).not.toMatch(/no such page|没有此页面/)
  }
  expect(watched.faults).toEqual([])
  expect(watched.requests.filter((request) => request.url().includes('/api/'))).toEqual([])
  await watched.page.locator('nav.pages a').nth(1).click()
  expect(new URL(watched.page.url()).pathname).toBe('/docs/demo/instances.html')
})
