import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import type { KoogateSchemas } from '../../src/client.ts'
import { persist } from '../../src/calls/persist.ts'
import { raiseAlarm } from '../../src/calls/alarms.ts'
import { seriousFindings } from '../docs/axe.ts'
import { overflows } from '../docs/visit.ts'
import { drawn, scale } from '../harness/scale.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'
import { type TestConsole, openConsole, settled } from './open-console.ts'

const order = newOrder()
const hostile = '<img src=x onerror="throw 1">{{7*7}}'
let opened: TestConsole

beforeAll(async () => {
  const refused = { code: '000104', reason: 'the product is away' } as const
  opened = await openConsole({
    settings: { KOOGATE_PUBLIC_URL: 'https://koogate.example.com' },
    ports: { provision: () => ({ outcome: 'refused', failure: refused }) },
  })
  // A refresh that is under way when the page is left would count as failed.
  await opened.watched.page.addInitScript(`{
    const { setInterval } = window
    window.setInterval = (work, ms) => (ms < 10_000 ? setInterval(work, ms) : 0)
  }`)
})
afterAll(() => opened.stop())

/** Waits for the page with this heading, and for its answers. */
async function shows(heading: string): Promise<void> {
  await page().getByRole('heading', { level: 1, name: heading }).waitFor()
  await settled(opened.watched)
}

const page = () => opened.watched.page
const text = () => page().locator('#main').innerText()
const rowsOf = (caption: string) =>
  page().locator('table').filter({ hasText: caption }).locator('tbody tr')

async function makeTrouble(): Promise<void> {
  const { service } = opened
  await storeCall(service, purchaseOf(order))
  const { orderLineId: _, ...broken } = purchaseOf(newOrder(), { testFlag: '1' })
  await storeCall(service, broken)
  await storeCall(service, purchaseOf(), { signature: '0'.repeat(64) })
  // It is kept after its answer has left.
  await until(
    () => read(service, 'Overview', '/overview'),
    ({ signatures }) => signatures.length > 0,
  )
  const alarm = raiseAlarm('instance.unknown', `instance:${hostile}`, hostile)
  await persist({ alarms: [alarm] }, service.app.services)
  const now = service.app.services.now()
  await service.db
    .insertInto('webhook_endpoints')
    .values({
      ...{ id: 'crm', url: 'https://crm.example.com/', test: 'exclude', personal: false },
      ...{ ordered: true, state: 'disabled', disabled_reason: hostile, failures: 9 },
      ...{ failing_since: now, since: now, created_at: now, updated_at: now },
    })
    .execute()
}

describe('the overview', () => {
  test('says that nothing needs anybody where nothing does, and still shows the clocks of the store', async () => {
    await opened.open(paths.overview())
    await expect.poll(() => text()).toContain('Nothing needs you.')
    await expect.poll(() => page().locator('svg rect').count()).toBe(90)
    expect(await page().evaluate(`document.querySelector('meter').value`)).toBe(0)
    await expect.poll(() => text()).toContain('0 of 5')
    expect(opened.watched.faults).toEqual([])
  })

  test('shows the worst first, with the clock of the purchase running, and leads to what it is about', async () => {
    await makeTrouble()
    await opened.open(paths.overview())
    const kinds = await rowsOf('The worst first').locator('td:nth-child(2)').allInnerTexts()
    expect(kinds[0]).toMatch(/^An order will be refunded 000104/)
    expect(kinds.slice(1).join()).toMatch(/dial test.*gets no more.*Signatures do not hold basic/s)

    const clock = page().getByRole('timer').first()
    const first = await clock.innerText()
    expect(first).toMatch(/^2:59:\d\d$/)
    await expect.poll(() => clock.innerText(), { timeout: 10_000 }).not.toBe(first)
    // A timer that is live would be read out every second.
    await expect.poll(() => page().locator('[aria-live]').count()).toBe(0)

    await rowsOf('The worst first').first().getByRole('link').click()
    await page().waitForURL(`**/instances?orderId=${order.orderId}`)
    await shows('Instances')
    expect(opened.watched.faults).toEqual([])
  })

  test('shows the strip as a table to who opens it by the keyboard', async () => {
    await opened.open(paths.overview())
    await page().getByText('As a table').focus()
    await page().keyboard.press('Enter')
    const today = page().locator('details[open] tbody tr').last()
    await expect.poll(() => today.innerText()).toMatch(/(morning|afternoon) failed/)
    await expect.poll(() => text()).toContain('Failing days in a row: 1. Days until hidden: 4.')
  })

  test('shows as text what came from outside, and what it has no word for as it is', async () => {
    await page().route('**/api/v1/overview', async (route) => {
      const response = await route.fetch()
      const body = (await response.json()) as KoogateSchemas['Overview']
      const [first] = body.items
      const strange = { ...first, kind: 'some.newer', severity: 'dire', subject: `moon:${hostile}` }
      await route.fulfill({ response, json: { ...body, items: [strange, ...body.items] } })
    })
    await opened.open(paths.overview())
    await page().unroute('**/api/v1/overview')
    await expect
      .poll(() => rowsOf('The worst first').first().innerText())
      .toMatch(/dire\s+some\.newer/)
    // Of the alarm its subject and its text, why the endpoint is disabled, and what was made up here.
    const shown = (await page().locator('#main').textContent()) ?? ''
    expect(shown.split(hostile)).toHaveLength(5)
    await expect.poll(() => page().locator('#main img').count()).toBe(0)
    expect(opened.watched.faults).toEqual([])
  })
})

describe('the setup', () => {
  test('shows step by step what is done, what to paste, and where', async () => {
    await opened.open(paths.setup())
    const steps = page().locator('section > .wide tbody tr')
    await expect.poll(() => steps.first().innerText()).toMatch(/Done[\s\S]+koogate\.example\.com/)
    const shown = await text()
    expect(shown).toContain('https://koogate.example.com/main/saas')
    expect(shown).toContain('应用工具 > 密钥管理')
    for (const secret of Object.values(opened.service.keys)) expect(shown).not.toContain(secret)
    const progress = page().getByRole('progressbar')
    expect(Number(await progress.getAttribute('value'))).toBeGreaterThan(2)
    await page().getByText('Not needed here').click()
    await expect.poll(() => page().locator('details[open] tbody tr').count()).toBeGreaterThan(5)
    expect(opened.watched.faults).toEqual([])
  })
})

const looks = [
  ['overview', 'en', 'light'],
  ['setup', 'en', 'dark'],
  ['overview', 'zh', 'dark'],
  ['setup', 'zh', 'light'],
] as const

test('both pages fit a phone and can be used by everybody, in both languages, light and dark', async () => {
  for (const [name, language, colorScheme] of drawn(looks, scale.consoleLooks)) {
    const look = `${name}-${language}-${colorScheme}`
    await page().evaluate(`localStorage['koogate-language'] = '${language}'`)
    await page().emulateMedia({ colorScheme })
    await opened.open(paths[name]())
    await expect
      .poll(() => page().locator('html').getAttribute('lang'), { message: look })
      .toMatch(language)
    expect(await seriousFindings(page()), look).toEqual([])
    expect(await overflows(page(), look, true), look).toEqual([0, 0])
  }
  expect(opened.watched.faults).toEqual([])
})
