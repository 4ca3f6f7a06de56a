import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { zh } from '../../src/console/strings/zh/index.ts'
import { overflows } from '../docs/visit.ts'
import { addresses, firstFrom } from './addresses.ts'
import type { Change } from './mocked-console.ts'
import { type MockedPage, openMockedPage } from './mocked-page.ts'

const asItIs: Change = (answered) => answered

let mocked: MockedPage
let change = asItIs

beforeAll(async () => {
  mocked = await openMockedPage({
    language: 'zh',
    change: (answered, asked) => change(answered, asked),
  })
})
beforeEach(() => {
  change = asItIs
})
afterAll(() => mocked.stop())

/** What is read on the page; what a closed `details` holds is not. */
const shown = () => mocked.watched.page.locator('#main').innerText()

/** Members of every answer by their names, wherever they stand. */
const set =
  (members: Readonly<Record<string, unknown>>): Change =>
  ({ status, body }) => ({
    status,
    body: JSON.parse(JSON.stringify(body), (name, value: unknown) =>
      Object.hasOwn(members, name) ? members[name] : value,
    ) as unknown,
  })

const reconciliation = paths.reconciliations({ id: '0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2c01' })
const sentence = 'an English sentence of the service'

test('what differs at the store is said in the language of the page, its sentence behind it', async () => {
  change = set({ text: sentence })
  await mocked.open(reconciliation)
  await expect.poll(() => shown()).toContain(zh.orders.kinds.order_differs)
  await expect.poll(() => shown()).toContain(zh.orders.kinds.sent_not_billed)
  expect(await shown()).not.toContain(sentence)
  await mocked.watched.page.locator('summary', { hasText: zh.orders.kinds.order_differs }).click()
  await expect.poll(() => shown()).toContain(sentence)
  expect(await overflows(mocked.watched.page, 'drifts-zh', true)).toEqual([0, 0])
  expect(mocked.watched.faults).toEqual([])
})

test('what only a newer version knows is said by its sentence', async () => {
  change = set({ text: sentence, kind: 'order_of_tomorrow' })
  await mocked.open(reconciliation)
  await expect.poll(() => shown()).toContain(sentence)
  await expect.poll(() => mocked.watched.page.locator('#main summary').count()).toBe(0)
})

test.each([
  [null, zh.orders.due.ordered],
  ['delivered', zh.orders.due.delivered],
  ['step_of_tomorrow', sentence],
])('what is due of an order whose last step is %s is said as %s', async (step, said) => {
  const delivery = { step, since: '2026-11-20T02:10:00Z', attention: sentence, steps: [] }
  const address = await addresses.order(firstFrom(mocked.site.url, 'any'))
  change = set({ delivery })
  await mocked.open(address)
  const note = await mocked.watched.page.locator('.note.warn').innerText()
  expect(note).toBe(said)
})

test('why something is refused is said in the language of the page, above what the service says', async () => {
  change = (answered, { target }) => {
    const code = 'webhook-not-answering'
    const problem = { type: 'about:blank', title: 'Conflict', status: 409, code, detail: sentence }
    return target.startsWith('/alarms')
      ? { status: 409, body: { ...problem, requestId: 'request-1' } }
      : answered
  }
  await mocked.open(paths.alarms())
  const note = mocked.watched.page.locator('.note.bad').first()
  await expect
    .poll(() => note.locator('strong').innerText())
    .toBe(zh.ui.problems['webhook-not-answering'])
  await expect.poll(() => note.locator('p[lang=en]').innerText()).toBe(sentence)
})
