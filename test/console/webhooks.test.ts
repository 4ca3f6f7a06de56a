import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildOwnConsole } from '../../scripts/console/build.ts'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { newId } from '../../src/db/new-id.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { seriousFindings } from '../docs/axe.ts'
import { startChromium } from '../docs/chromium.ts'
import { type Watched, openContext, overflows, watch } from '../docs/visit.ts'
import { feed } from '../harness/feed-rows.ts'
import { type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { scale } from '../harness/scale.ts'
import { type TestService, managementToken, startService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'
import { usageRows } from './usage-rows.ts'

let service: TestService
let browser: Browser
let context: BrowserContext
let watched: Watched
let page: Page
let receiver: Receiver
let secret = ''
let scopes: readonly string[] = []

beforeAll(async () => {
  const postSigned = createPostSigned({ allow: { ranges: [], loopback: true } })
  ;[service, browser, receiver] = await Promise.all([
    startService({ limits: { jobsEveryMs: 20 }, ports: { postSigned } }),
    startChromium(),
    startReceiver(() => secret),
    buildOwnConsole(),
  ])
  context = await openContext(browser)
  await context.setExtraHTTPHeaders({ authorization: `Bearer ${managementToken}` })
  await context.route('**/api/v1/session', (route) =>
    route.fulfill({
      json: { tokenId: null, tokenName: 'ops', scopes, expiresAt: '', reasonRequired: false },
    }),
  )
  watched = await watch(context)
  page = watched.page
})
beforeEach(() => {
  scopes = ['read', 'operate', 'admin', 'personal']
  receiver.answer = ok
})
afterAll(async () => {
  await browser.close()
  await receiver.close()
  await service.stop()
})

const looks = [
  ['zh', 'light'],
  ['en', 'dark'],
] as const
const post = (body?: unknown) => ({ method: 'POST', body }) as const

async function endpoint(): Promise<ManagementSchemas['CreatedWebhookEndpoint']> {
  const body = { url: receiver.url, description: `CRM ${newId()}`, types: ['instance.*'] }
  const made = await read(service, 'CreatedWebhookEndpoint', '/webhook-endpoints', post(body))
  secret = made.secret
  await read(service, 'WebhookEndpoint', `/webhook-endpoints/${made.id}/enable`, post())
  receiver.received.length = 0
  return made
}

async function open(address: string, language = 'en'): Promise<void> {
  await page.addInitScript(`localStorage.setItem('koogate-language', '${language}')`)
  await page.goto(`${service.url}/console/${address}`)
  await page.locator('h1').waitFor()
}

/** Goes on with the Tab key to a control with this name, and presses it. */
async function pressed(name: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>('document.activeElement?.textContent ?? ""')
    if (focused === name) return page.keyboard.press('Enter')
  }
  throw new Error(`${name} is not reached by the keyboard`)
}

test('an endpoint is made, its secret shown once, and enabled', async () => {
  await open('webhooks')
  await page.getByRole('button', { name: 'New endpoint' }).click()
  await page.getByLabel('URL').fill(receiver.url)
  await page.getByLabel('Types of events').fill('instance.*, order.fetched')
  await page.getByRole('dialog').getByRole('button', { name: 'New endpoint' }).click()
  const shown = page.locator('.note code')
  await shown.waitFor()
  secret = await shown.innerText()
  await page.getByRole('link', { name: 'Open the endpoint' }).click()
  await page.getByRole('button', { name: 'Enable' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enable' }).click()
  await page.getByText('Nothing is to be done').waitFor()
  expect(await page.getByText(secret).count()).toBe(0)
  const { items } = await read(service, 'WebhookEndpointList', '/webhook-endpoints')
  expect(items[0]).toMatchObject({ state: 'enabled', types: ['instance.*', 'order.fetched'] })
  expect(receiver.received.map(({ type }) => type)).toEqual(['webhook.test'])
  expect(watched.faults).toEqual([])
})

test('a secret is rotated by the keyboard alone, and both hold meanwhile', async () => {
  const { id, secret: old } = await endpoint()
  await open(`webhook?id=${id}`)
  await pressed('Rotate the secret')
  await pressed('Rotate the secret')
  await page.getByRole('dialog').waitFor()
  await pressed('Rotate the secret')
  await page.getByText('Both hold until').waitFor()
  const fresh = await page.locator('.note.warn code').innerText()
  expect(fresh).not.toBe(old)
  await pressed('Send a test event')
  await page.getByRole('dialog').waitFor()
  await pressed('Send a test event')
  await page
    .getByText(/The test event was taken: 204/)
    .first()
    .waitFor()
  expect(receiver.received).toMatchObject([{ type: 'webhook.test', signatures: 2 }])
  // The receiver that was changed over takes the next one as well.
  secret = fresh
  const tested = `/webhook-endpoints/${id}/test`
  expect(await read(service, 'WebhookTestResult', tested, post())).toMatchObject({ status: 204 })
  expect(watched.faults).toEqual([])
})

test('what was given up is replayed, all that match, and the count is shown first', async () => {
  const { id } = await endpoint()
  const events = await feed(service.db, [{ topic: 'instance:a' }, { topic: 'instance:b' }])
  await until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length === 2,
  )
  await givenUp(id, [...events, newId()])
  await open(`webhook?id=${id}&show=given_up`)
  await page.getByText('Events were not taken for 72 hours').waitFor()
  await page.getByRole('button', { name: 'Replay' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Sent again: 2').waitFor()
  await dialog.getByText('Left out: 1, since they are not kept any more').waitFor()
  await dialog.getByLabel('Types of events').fill('order.*')
  await dialog.getByLabel('Types of events').blur()
  await dialog.getByText('Sent again: 0').waitFor()
  await dialog.getByLabel('Types of events').fill('')
  await dialog.getByLabel('Types of events').blur()
  await dialog.getByText('Sent again: 2').waitFor()
  await dialog.getByRole('button', { name: 'Replay' }).click()
  const sent = await until(
    () => Promise.resolve(receiver.received.slice(2).map((one) => one.id)),
    ({ length }) => length === 2,
  )
  expect(sent.toSorted()).toEqual(events.toSorted())
  expect(watched.faults).toEqual([])
})

async function givenUp(endpointId: string, events: readonly string[]): Promise<void> {
  const told = { type: 'instance.changed', topic: 'instance:a', reason: 'status 500' }
  await service.db
    .insertInto('webhook_given_up')
    .values(
      events.map((event_id, position) => ({
        ...{ id: newId(), at: new Date(), endpoint_id: endpointId, event_id, position, ...told },
        replayed_at: null,
      })),
    )
    .execute()
}

test('an attempt shows what was sent and answered, without the secret', async () => {
  const { id } = await endpoint()
  receiver.answer = status(500)
  const [event = ''] = await feed(service.db, [{ topic: 'instance:<b>bold</b>' }])
  await until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length === 1,
  )
  await open(`webhook?id=${id}&show=owed&failing=true`)
  await page.getByText('instance:<b>bold</b>').waitFor()
  await page.getByRole('link', { name: event }).click()
  await page.locator('summary', { hasText: 'status 500' }).click()
  const [headers = '', answer] = await page.locator('details pre').allInnerTexts()
  expect(headers).toContain(`webhook-id: ${event}`)
  expect(headers).not.toContain(secret)
  expect(answer).toBe('{"no":"thanks"}')
  expect(watched.faults).toEqual([])
})

test('usage that is parked is pushed again, all that match, with what is left as it is', async () => {
  const rows = await usageRows(service.db)
  await open(`usage?instanceId=${rows.instanceId}`)
  await page.getByRole('heading', { name: 'Expires within seven days' }).waitFor()
  await page.getByRole('link', { name: 'Parked' }).click()
  await page.waitForURL(/state=parked/)
  await page.getByRole('button', { name: 'Take all back that match' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Usage records: 2, of 4 reported ones').waitFor()
  await dialog.getByText('Left as they are: 1 (Perhaps taken)').waitFor()
  await dialog.getByLabel('Those too').check()
  await dialog.getByText('Usage records: 3').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Push all again that match' }).click()
  await dialog.getByText('Usage records: 3').waitFor()
  await dialog.getByRole('button', { name: 'Push all again that match' }).click()
  await page.getByText('There is no such usage').first().waitFor()
  const path = `/usage/windows?instanceId=${rows.instanceId}&state=parked`
  expect((await read(service, 'UsageWindowList', path)).items).toEqual([])
  expect(watched.faults).toEqual([])
})

test('who may only read sees why each change is off', async () => {
  const { id } = await endpoint()
  scopes = ['read']
  await open(`webhook?id=${id}`)
  for (const name of ['Send a test event', 'Pause', 'Change', 'Delete', 'Replay']) {
    const button = page.getByRole('button', { name, exact: true }).first()
    expect(await button.isDisabled(), name).toBe(true)
    expect(await button.getAttribute('title')).toContain('"operate"')
  }
  expect(watched.faults).toEqual([])
})

test('every page fits a phone and a desktop and is accessible, in both languages and schemes', async () => {
  const { id } = await endpoint()
  receiver.answer = status(500)
  const events = await feed(service.db, [{ topic: 'instance:p' }, { topic: 'instance:p' }])
  await until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length > 0,
  )
  await givenUp(id, events)
  const { instanceId, parked } = await usageRows(service.db)
  const addresses = {
    owed: `webhook?id=${id}`,
    usage: `usage?instanceId=${instanceId}`,
    record: `record?id=${parked}`,
    webhooks: 'webhooks',
    attempts: `webhook?id=${id}&show=attempts`,
    given: `webhook?id=${id}&show=given_up`,
    delivery: `webhook?id=${id}&event=${events[0] ?? ''}`,
    events: 'events',
    event: `event?id=${events[0] ?? ''}`,
  }
  for (const [language, colorScheme] of looks.slice(0, scale.consoleLooks)) {
    await page.emulateMedia({ colorScheme })
    for (const [name, address] of Object.entries(addresses).slice(0, scale.consolePages)) {
      await open(address, language)
      await page.waitForLoadState('networkidle')
      const where = `${name} ${language}`
      expect(await overflows(page, `${name}-${language}`, true), where).toEqual([0, 0])
      expect(await seriousFindings(page), where).toEqual([])
      expect(watched.faults, where).toEqual([])
    }
  }
})
