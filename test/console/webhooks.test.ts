import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { newId } from '../../src/db/new-id.ts'
import { createPostSigned } from '../../src/webhooks/post-signed.ts'
import { seriousFindings } from '../docs/axe.ts'
import { overflows } from '../docs/visit.ts'
import { feed } from '../harness/feed-rows.ts'
import { type Receiver, ok, startReceiver, status } from '../harness/receiver.ts'
import { scale } from '../harness/scale.ts'
import type { TestService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'
import { type TestConsole, openConsole, settled, signIn } from './open-console.ts'
import { usageRows } from './usage-rows.ts'

let console: TestConsole
let service: TestService
let page: Page
let receiver: Receiver
let secret = ''

beforeAll(async () => {
  const postSigned = createPostSigned({ allow: { ranges: [], loopback: true } })
  receiver = await startReceiver(() => secret)
  console = await openConsole({ limits: { jobsEveryMs: 100 }, ports: { postSigned } })
  service = console.service
  page = console.watched.page
})
beforeEach(() => {
  receiver.answer = ok
})
afterAll(async () => {
  await console.stop()
  await receiver.close()
})

const looks = [
  ['en', 'dark'],
  ['zh', 'light'],
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
  await console.open(paths.webhooks())
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
  await expect.poll(() => page.getByText(secret).count()).toBe(0)
  const { items } = await read(service, 'WebhookEndpointList', '/webhook-endpoints')
  expect(items[0]).toMatchObject({ state: 'enabled', types: ['instance.*', 'order.fetched'] })
  expect(receiver.received.map(({ type }) => type)).toEqual(['webhook.test'])
  expect(console.watched.faults).toEqual([])
})

test('a secret is rotated by the keyboard alone, and both hold meanwhile', async () => {
  const { id, secret: old } = await endpoint()
  await console.open(paths.webhook(id))
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
  expect(console.watched.faults).toEqual([])
})

test('what was given up is replayed, all that match, and the count is shown first', async () => {
  const { id } = await endpoint()
  const events = await feed(service.db, [{ topic: 'instance:a' }, { topic: 'instance:b' }])
  await until(
    () => Promise.resolve(receiver.received),
    ({ length }) => length === 2,
  )
  await givenUp(id, [...events, newId()])
  await console.open(`${paths.webhook(id)}&show=given_up`)
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
  expect(console.watched.faults).toEqual([])
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
  await console.open(`${paths.webhook(id)}&show=owed&failing=true`)
  await page.getByText('instance:<b>bold</b>').waitFor()
  await page.getByRole('link', { name: event }).click()
  // The first one, at the end: another may have come meanwhile.
  const attempt = page.locator('section > details').last()
  await attempt.locator('> summary').click()
  const [headers = '', masked] = await attempt.locator('pre').allInnerTexts()
  expect(masked).toBe('Empty, or private.')
  await page.getByRole('button', { name: 'Reveal private data' }).click()
  await page.getByRole('button', { name: 'Mask private data' }).waitFor()
  await attempt.locator('> summary').click()
  await attempt.getByText('{"no":"thanks"}').waitFor()
  expect(headers).toContain(`webhook-id: ${event}`)
  expect(headers).not.toContain(secret)
  expect(console.watched.faults).toEqual([])
})

test('usage that is parked is pushed again, all that match, with what is left as it is', async () => {
  const rows = await usageRows(service.db)
  await console.open(paths.usage({ instanceId: rows.instanceId }))
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
  expect(console.watched.faults).toEqual([])
})

test('who may only read sees why each change is off', async () => {
  const { id } = await endpoint()
  const session = { tokenId: null, tokenName: 'reader', scopes: ['read'], expiresAt: '' }
  const address = '**/api/v1/session'
  await page.route(address, (route) =>
    route.fulfill({ json: { ...session, reasonRequired: false } }),
  )
  await console.open(paths.webhook(id))
  for (const name of ['Send a test event', 'Pause', 'Change', 'Delete', 'Replay']) {
    const button = page.getByRole('button', { name, exact: true }).first()
    await expect.poll(() => button.isDisabled(), { message: name }).toBe(true)
    await expect.poll(() => button.getAttribute('title')).toContain('"operate"')
  }
  expect(console.watched.faults).toEqual([])
  await page.unroute(address)
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
  const [event = ''] = events
  const addresses = {
    owed: paths.webhook(id),
    usage: paths.usage({ instanceId }),
    record: paths.record(parked),
    webhooks: paths.webhooks(),
    attempts: `${paths.webhook(id)}&show=attempts`,
    given: `${paths.webhook(id)}&show=given_up`,
    delivery: `${paths.webhook(id)}&event=${event}`,
    events: paths.events(),
    event: paths.event(event),
  }
  for (const [language, colorScheme] of looks.slice(0, scale.webhookLooks)) {
    const watched =
      language === 'en' ? console.watched : await signIn(service, console.browser, { language })
    await watched.page.emulateMedia({ colorScheme })
    for (const [name, address] of Object.entries(addresses).slice(0, scale.webhookPages)) {
      const where = `${name} ${language}`
      await watched.page.goto(`${service.url}/console/${address}`)
      await settled(watched)
      expect(await overflows(watched.page, `${name}-${language}`, true), where).toEqual([0, 0])
      expect(await seriousFindings(watched.page), where).toEqual([])
      expect(watched.faults, where).toEqual([])
    }
  }
})
