import type { BrowserContext, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { example } from '../../docs/theme/explain-words.ts'
import { languages } from '../../scripts/shared/languages.ts'
import { signV1Query } from '../../src/crypto/v1-auth-token.ts'
import { drawn, scale } from '../harness/scale.ts'
import { seriousFindings } from './axe.ts'
import { type TestBrowser, openChromium } from './chromium.ts'
import { type DocsServer, startDocs } from './docs-server.ts'
import { ownSite } from './own-site.ts'
import { type StaticServer, serveFolder } from './static-server.ts'
import {
  type Watched,
  afresh,
  colourSchemes,
  openContext,
  overflowAt,
  picture,
  viewports,
  watch,
} from './visit.ts'

// The page as the service has it, under its policy, and in a sub-folder of a server that has only files.
let docs: DocsServer
let files: StaticServer
let browser: TestBrowser
let context: BrowserContext
let one: Watched

beforeAll(async () => {
  await ownSite()
  docs = await startDocs()
  files = await serveFolder('generated/site', '/handbooks/koogate')
  browser = await openChromium()
  context = await openContext(browser)
  one = await watch(context)
}, 300_000)

afterAll(async () => {
  await browser.close()
  await docs.close()
  await files.close()
})

const words = {
  en: {
    example: 'Fill in an example',
    explain: 'Explain',
    mistake: 'The body itself stands in the text; V2 has its HMAC there',
    right: 'The signature is right.',
  },
  zh: {
    example: '填入示例',
    explain: '解释',
    mistake: '文本里放的是正文本身；V2 要放正文的 HMAC',
    right: '签名正确。',
  },
} as const

/** Opens the page, and takes the network away before anything is typed. */
async function open(url: string, language: (typeof languages)[number]) {
  const { page, requests } = await afresh(one)
  await context.setOffline(false)
  await page.goto(`${url}/${language}/explain.html`)
  await page.locator('.explain form').waitFor()
  await context.setOffline(true)
  requests.splice(0)
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  return { page, button, verdict: page.locator('.explain .verdict') }
}

describe.each(drawn(languages, scale.lookedAtPages))('the page of signatures in %s', (language) => {
  const { example: fill, explain, mistake, right } = words[language]

  test('names the mistake of its example, sends nothing, and fits a phone and a desktop', async () => {
    const { page, button, verdict } = await open(files.url, language)
    await button(fill).click()
    await verdict.getByText(mistake).waitFor()
    for (const [at, viewport] of viewports.entries()) {
      await page.emulateMedia({ colorScheme: colourSchemes[at] ?? 'light' })
      // The bytes of a row are as many as there is room for.
      await page.setViewportSize(viewport)
      await button(explain).click()
      expect(await overflowAt(page, viewport)).toBe(0)
      expect(await seriousFindings(page)).toEqual([])
      await picture(page, `${language}/explain-${viewport.width}`, true)
      const dumps = await page
        .locator('.explain pre')
        .evaluateAll((all: readonly Wide[]) => all.map((pre) => pre.scrollWidth - pre.clientWidth))
      expect(dumps.filter((excess) => excess > 0)).toEqual([])
    }
    expect(one.requests.map((request) => request.url())).toEqual([])
    expect(one.faults).toEqual([])
  })

  test('calls a right token of V1 right, under the policy of the service', async () => {
    const { page, button, verdict } = await open(docs.url, language)
    const parameters = {
      activity: 'queryInstance',
      customerName: '测 试',
      timeStamp: '20260131080000123',
    }
    const authToken = signV1Query(parameters, 'the Key')
    const query = new URLSearchParams({ ...parameters, authToken }).toString()
    await page
      .locator('.explain textarea')
      .first()
      .fill(`curl 'https://shop.example.com/main/saas?${query}'`)
    await page.locator('.explain input').first().fill('the Key')
    await button(explain).click()
    await verdict.getByText(right).waitFor()
    expect(await page.locator('.explain .result').textContent()).not.toContain('the Key')
    expect(one.faults).toEqual([])
  })
})

/** An element, as far as a test measures it. */
interface Wide {
  readonly scrollWidth: number
  readonly clientWidth: number
}

test('what cannot be read is said, and markup that was pasted stays a text', async () => {
  const { page, button, verdict } = await open(files.url, 'en')
  await button('Explain').click()
  await verdict.getByText('There is no request').waitFor()
  const request = example.request.replace('"testFlag":"1"', '"note":"<img src=x onerror=alert(1)>"')
  await page.locator('.explain textarea').first().fill(request)
  await page.locator('.explain input').first().fill(example.key)
  await button('Explain').click()
  await verdict.getByText('none of the mistakes that are known makes it').waitFor()
  expect(await page.locator('.explain img').count()).toBe(0)
  await button('Clear').click()
  expect(await page.locator('.explain input').first().inputValue()).toBe('')
  expect(await verdict.count()).toBe(0)
  expect(one.faults).toEqual([])
})

test('the key of another interface type is called by its name', async () => {
  const { page, button, verdict } = await open(files.url, 'en')
  await page.locator('.explain textarea').first().fill(example.request)
  await page.locator('.explain input').first().fill('another key')
  await page
    .locator('.explain textarea')
    .nth(1)
    .fill(`the kit=0000\nthe basic one = ${example.key}`)
  await button('Explain').click()
  // The wrong key and the wrong rule: two mistakes at once.
  await verdict.getByText('it is that of the basic one, and: The body itself').waitFor()
})
