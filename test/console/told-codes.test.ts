import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { zh } from '../../src/console/strings/zh/index.ts'
import { type TestBrowser, openChromium } from '../docs/chromium.ts'
import { overflows, type Watched, watch } from '../docs/visit.ts'
import { addresses, firstFrom } from './addresses.ts'
import { type Change, type MockedConsole, startMockedConsole } from './mocked-console.ts'
import { settled } from './open-console.ts'

const asItIs: Change = (answered) => answered

let site: MockedConsole
let browser: TestBrowser
let watched: Watched
let change = asItIs

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startMockedConsole((answered, asked) => change(answered, asked)),
    openChromium(),
  ])
  const context = await browser.newContext()
  await context.addInitScript(`localStorage['koogate-language'] = 'zh'`)
  watched = await watch(context)
})
beforeEach(() => {
  change = asItIs
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function open(address: string): Promise<void> {
  await watched.page.goto(new URL(address, `${site.url}/console/`).href)
  await settled(watched)
}

/** What is read on the page; what a closed `details` holds is not. */
const shown = () => watched.page.locator('#main').innerText()

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
  await open(reconciliation)
  expect(await shown()).toContain(zh.orders.kinds.order_differs)
  expect(await shown()).toContain(zh.orders.kinds.sent_not_billed)
  expect(await shown()).not.toContain(sentence)
  await watched.page.locator('summary', { hasText: zh.orders.kinds.order_differs }).click()
  expect(await shown()).toContain(sentence)
  expect(await overflows(watched.page, 'drifts-zh', true)).toEqual([0, 0])
  expect(watched.faults).toEqual([])
})

test('what only a newer version knows is said by its sentence', async () => {
  change = set({ text: sentence, kind: 'order_of_tomorrow' })
  await open(reconciliation)
  expect(await shown()).toContain(sentence)
  expect(await watched.page.locator('#main summary').count()).toBe(0)
})

test.each([
  [null, zh.orders.due.ordered],
  ['delivered', zh.orders.due.delivered],
  ['step_of_tomorrow', sentence],
])('what is due of an order whose last step is %s is said as %s', async (step, said) => {
  const delivery = { step, since: '2026-11-20T02:10:00Z', attention: sentence, steps: [] }
  const address = await addresses.order(firstFrom(site.url, 'any'))
  change = set({ delivery })
  await open(address)
  const note = await watched.page.locator('.note.warn').innerText()
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
  await open(paths.alarms())
  const note = watched.page.locator('.note.bad').first()
  expect(await note.locator('strong').innerText()).toBe(zh.ui.problems['webhook-not-answering'])
  expect(await note.locator('p[lang=en]').innerText()).toBe(sentence)
})
