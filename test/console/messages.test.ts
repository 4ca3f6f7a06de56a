import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { seriousFindings } from '../docs/axe.ts'
import { overflows } from '../docs/visit.ts'
import { putOrder } from '../harness/sold.ts'
import { drawn, scale } from '../harness/scale.ts'
import { shortLimits } from '../harness/service.ts'
import { buy, newOrder, purchaseOf, storeCall } from '../harness/store.ts'
import { until } from '../harness/until.ts'
import { whenEnded, begin } from '../management/reruns.ts'
import { manage, read } from '../management/client.ts'
import { type TestConsole, openConsole, settled } from './open-console.ts'

let site: TestConsole
let page: Page

beforeAll(async () => {
  const limits = { ...shortLimits, jobsEveryMs: 100, rerunEveryMs: 0, reconcileSettledMs: 0 }
  site = await openConsole({ limits })
  page = site.watched.page
  // What is shown is asked for again every half second instead of every ten.
  await page.addInitScript(`{
    const { setInterval } = window
    window.setInterval = (work, ms) => setInterval(work, ms === 10_000 ? 500 : ms)
  }`)
})
afterAll(() => site.stop())

/** A purchase that is kept as refused, with a later success of another one beside it. */
async function refused(): Promise<void> {
  const { service } = site
  const order = newOrder()
  await storeCall(service, purchaseOf(order))
  await storeCall(service, purchaseOf(order))
  await sql`update messages set result_code = '000005', result_msg = 'sold out'
    where order_id = ${order.orderId}`.execute(service.db)
}

const focused = () =>
  page.evaluate<string>(`document.activeElement.labels?.[0]?.firstChild.textContent
    ?? document.activeElement.textContent`)

/** Goes on with the Tab key to what has this name. */
async function tabTo(name: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press('Tab')
    if ((await focused()) === name) return
  }
  throw new Error(`${name} is not reached by the keyboard`)
}

test('all that match are run again after a dry run, by the keyboard alone', async () => {
  await buy(site.service)
  await refused()
  // As if the store's attempts were over.
  await sql`update messages set received_at = received_at - interval '4 hours'
    where result_code = '000005'`.execute(site.service.db)
  await site.open(paths.messages())
  const rerun = page.getByRole('button', { name: 'Re-run all that match' })
  await expect.poll(() => rerun.getAttribute('title')).toBe('Set a filter first.')
  await tabTo('Outcome')
  await page.keyboard.press('F')
  await page.waitForURL(/outcome=failure/)
  await settled(site.watched)
  await page.locator('tbody tr').nth(1).waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(2)
  await page.keyboard.press('Shift+Tab')
  for (let back = 0; (await focused()) !== 'Re-run all that match'; back += 1) {
    expect(back).toBeLessThan(20)
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 match, 1 of them will be run.').waitFor()
  await dialog.getByText('1 · a later one in the set says the same').waitFor()
  await dialog.getByText('The store may have refunded the orders of 1 of them').waitFor()
  await tabTo('Re-run all that match')
  await page.keyboard.press('Enter')
  await page.waitForURL(/reruns\?id=/)
  await page.getByText('1 of 1').waitFor()
  await page.locator('.status[title=done]').waitFor()
  await page.locator('.status[title=succeeded]').waitFor()
  const { items } = await read(site.service, 'MessageRerunList', '/message-reruns')
  expect(items).toMatchObject([{ filter: { outcome: 'failure' }, matched: 2, succeeded: 1 }])
  expect(site.watched.faults).toEqual([])
})

test('a message is read and run again, and a re-run that waits is stopped', async () => {
  await refused()
  await site.open(paths.messages({ outcome: 'failure' }))
  await page.locator('tbody a').first().click()
  await page.getByText('"activity": "newInstance"').waitFor()
  await page.getByRole('button', { name: 'Re-run', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Re-run', exact: true }).click()
  await page.getByText('Re-run of').waitFor()
  const { id } = await whenEnded(site.service, await begin(site.service, { outcome: 'failure' }))
  // As one that nobody goes on with yet.
  await sql`update message_reruns set state = 'running', ended_at = null, next_at = now() + interval '1 day',
    turn = 0 where id = ${id}`.execute(site.service.db)
  await sql`update message_reruns set to_run = 1 where id = ${id}`.execute(site.service.db)
  await site.open(paths.reruns({ id: id ?? '' }))
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click()
  await page.locator('.status[title=cancelled]').waitFor()
  expect(site.watched.faults).toEqual([])
})

/** An order that was bought and read, and how it is told at a time. */
async function boughtOrder() {
  const { service, store } = site
  const order = putOrder(store, { quantity: 2 })
  await buy(service, order)
  const orderOf = async () =>
    (await read(service, 'OrderList', `/orders?orderId=${order.orderId}`)).items[0]
  return { order, orderOf, known: await until(orderOf, (one) => one?.state === 'fetched') }
}

test('an order shows its checklist, on which a step is noted, and what differs at the store is applied', async () => {
  const { order, orderOf, known } = await boughtOrder()
  await site.open(paths.order(known?.id ?? ''))
  await page.getByRole('button', { name: 'Note a step' }).click()
  await page.locator('select[name=step]').selectOption('delivered')
  await page.getByRole('dialog').getByRole('button', { name: 'Note a step' }).click()
  await page.getByRole('cell', { name: /Proof uploaded/ }).waitFor()
  expect((await orderOf())?.delivery?.step).toBe('delivered')
  putOrder(site.store, { quantity: 3 }, order)
  await site.open(paths.reconciliations())
  await page.getByRole('button', { name: 'Compare with the store' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Compare with the store' }).click()
  await page.locator('.status[title=done]').waitFor()
  await page.getByText('quantity').first().waitFor()
  await page.getByRole('button', { name: 'Apply all that can be' }).click()
  await page
    .getByRole('dialog')
    .getByText(/\d will be put right/)
    .waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply all that can be' }).click()
  await page.locator('.status[title=applied]').first().waitFor()
  expect(await until(orderOf, (one) => one?.quantity === 3)).toMatchObject({ quantity: 3 })
  expect(site.watched.faults).toEqual([])
})

test('a step whose answer was lost is noted once, however often it is sent', async () => {
  const { orderOf, known } = await boughtOrder()
  let lost = 2
  await page.route('**/api/v1/orders/*/delivery', async (route) => {
    lost -= 1
    if (lost < 0) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await site.open(paths.order(known?.id ?? ''))
  await page.getByRole('button', { name: 'Note a step' }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Note a step' })
  for (let answers = 0; answers < 2; answers += 1) {
    await confirm.click()
    await dialog.getByText('No answer came').waitFor()
    await page.locator('dialog button.main[aria-busy=false]').waitFor()
  }
  await confirm.click()
  await dialog.waitFor({ state: 'detached' })
  expect((await orderOf())?.delivery?.steps).toHaveLength(1)
  await page.unroute('**/api/v1/orders/*/delivery')
  // What was lost on purpose.
  site.watched.faults.splice(0)
})

test('each page is read by everybody, at a desk and on a phone', async () => {
  const { service } = site
  const { items: messages } = await read(service, 'MessageList', '/messages')
  const { items: reruns } = await read(service, 'MessageRerunList', '/message-reruns')
  const { items: calls } = await read(service, 'OutboundCallList', '/outbound-calls')
  const { items: orders } = await read(service, 'OrderList', '/orders?delivery=open')
  const { items: compared } = await read(service, 'ReconciliationList', '/reconciliations')
  const addresses = [
    paths.messages({ outcome: 'failure' }),
    paths.message(messages[0]?.id ?? ''),
    paths.reruns(),
    paths.reruns({ id: reruns[0]?.id ?? '' }),
    paths.calls(),
    paths.calls({ id: calls[0]?.id ?? '' }),
    paths.orders(),
    paths.order(orders[0]?.id ?? ''),
    paths.reconciliations(),
    paths.reconciliations({ id: compared[0]?.id ?? '' }),
  ]
  // All of them are looked at with those of the whole console.
  for (const address of drawn(addresses, scale.lookedAtPages)) {
    const at = addresses.indexOf(address)
    const language = at % 2 === 0 ? 'zh' : 'en'
    await page.addInitScript(`localStorage.setItem('koogate-language', '${language}')`)
    await page.emulateMedia({ colorScheme: at % 2 === 0 ? 'light' : 'dark' })
    await site.open(address)
    expect([address, await seriousFindings(page)]).toEqual([address, []])
    const name = `messages-${at}-${language}`
    expect([address, await overflows(page, name, true)]).toEqual([address, [0, 0]])
  }
  await site.open(paths.message('0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34'))
  await page.getByRole('alert').waitFor()
  site.watched.faults.splice(0)
  expect((await manage(service, '/messages/0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34')).status).toBe(404)
})
