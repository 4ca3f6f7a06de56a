import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlReport } from '../../src/conform/report/html.ts'
import { junitReport } from '../../src/conform/report/junit.ts'
import type { WrittenReport } from '../../src/conform/report/schema.ts'
import { rules as realRules } from '../../src/conform/rules/index.ts'
import { type TestBrowser, openChromium } from '../docs/chromium.ts'
import { overflows, viewports } from '../docs/visit.ts'
import { drawn, scale } from '../harness/scale.ts'
import type { Twin } from '../broken-sellers/right-seller/parts.ts'
import { alwaysBroken, judgeSmall, keys, ruleOf, written } from './run.ts'

// Refuses with an HTTP status, as many servers do.
const refusesByStatus: Twin = {
  statusOf: ({ resultCode }) => (resultCode === '000000' ? 200 : 400),
}

let folder: string
let browser: TestBrowser
let report: WrittenReport

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-html-'))
  browser = await openChromium()
  const rules = [
    ...realRules.filter(({ id }) => /^(debugger|repeats|signing)\//.test(id)),
    ruleOf('answers/long', alwaysBroken),
    ruleOf('order/warned', { ...alwaysBroken, severity: 'warning' }),
    ruleOf('kit/lacking', { needs: ['publicKey'] }),
  ]
  const wrongKit = { ...keys, kit: 'wrong-kit-key' }
  const generations = ['saasV2', 'orders', 'kitV2'] as const
  report = written(await judgeSmall({ rules, keys: wrongKit, generations }, refusesByStatus))
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Opens the report as a file, in a browser that runs no scripts, and notes what it asks for. */
async function open(language: 'en' | 'zh'): Promise<{ page: Page; asked: string[] }> {
  const file = join(folder, `${language}.html`)
  writeFileSync(file, htmlReport(report, language))
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(file).href)
  return { page, asked: asked.slice(1) }
}

test('is one file that runs no script, and shows its language until the reader switches', async () => {
  const { page, asked } = await open('zh')
  expect(asked).toEqual([])
  const seen = () => page.locator('main').innerText()
  await expect.poll(() => seen()).toContain('云商店会怎样处理')
  await expect.poll(() => seen()).not.toContain('What the store does')
  await page.getByText('English', { exact: true }).click()
  await expect.poll(() => seen()).toContain('What the store does')
  await expect.poll(() => seen()).not.toContain('云商店会怎样处理')
  await page.context().close()
})

test.each(drawn(['en', 'zh'] as const, scale.lookedAtReports))(
  'fits a phone and a desktop in %s',
  async (language) => {
    const { page } = await open(language)
    expect(await overflows(page, `conform-${language}`, true)).toEqual([0, 0])
    await page.locator('summary').first().click()
    expect(await overflows(page, `conform-open-${language}`, false)).toEqual([0, 0])
    await page.context().close()
  },
)

test('on paper every request is unfolded, and nothing is left to be switched', async () => {
  const { page } = await open('en')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.locator('pre').first().isVisible()).toBe(true)
  await expect.poll(() => page.locator('fieldset').isVisible()).toBe(false)
  await page.context().close()
})

test('is accessible', async () => {
  const file = join(folder, 'axe.html')
  writeFileSync(file, htmlReport(report, 'en'))
  const page = await (await browser.newContext()).newPage()
  for (const viewport of drawn(viewports, scale.lookedAtReports)) {
    await page.setViewportSize(viewport)
    await page.goto(pathToFileURL(file).href)
    await page.evaluate(axe.source)
    const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      'axe.run()',
    )
    const faults = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    expect(faults).toEqual([])
  }
  await page.close()
})

test('the JUnit report is XML that a browser reads too', async () => {
  const page = await (await browser.newContext()).newPage()
  const text = junitReport(report, 'zh')
  const parse = `new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml')`
  const root = await page.evaluate<string>(`${parse}.documentElement.tagName`)
  expect(root).toBe('testsuites')
  await page.close()
})
