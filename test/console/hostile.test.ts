import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { paths } from '../../src/console/paths.ts'
import type { Watched } from '../docs/visit.ts'
import { drawn, isLong, scale } from '../harness/scale.ts'
import { addresses, firstFrom, withDialogs } from './addresses.ts'
import { breachesScript, hostileStrings } from './hostile-strings.ts'
import type { Change } from './mocked-console.ts'
import { type MockedPage, openMockedPage } from './mocked-page.ts'
import { settled } from './open-console.ts'
import { hostileProblem, spoilt } from './spoilt.ts'

const asItIs: Change = (answered) => answered
// By these a page goes on: which of its parts may be used, and where the next items are.
const needed = ['scopes', 'nextCursor']
const spoilAll: Change = ({ status, body }) => ({ status, body: spoilt(body, new Set(needed)) })
// By these it knows what can be done.
const states = new Set([...needed, 'state', 'status', 'step', 'mode', 'model', 'outcome', 'next'])
const refuseChanges: Change = ({ status, body }, asked) =>
  asked.method === 'GET' || /"dryRun":\s*true/.test(asked.body)
    ? { status, body: spoilt(body, states) }
    : hostileProblem(409)
const refuseAll: Change = (answered, { target }) =>
  target.startsWith('/session') ? answered : hostileProblem(500)

let mocked: MockedPage
let watched: Watched
let change = asItIs

beforeAll(async () => {
  mocked = await openMockedPage({ change: (answered, asked) => change(answered, asked) })
  watched = mocked.watched
  await watched.page.addInitScript(`document.addEventListener('securitypolicyviolation',
    (event) => console.error('policy: ' + event.blockedURI + ' ' + event.violatedDirective))`)
  watched.page.setDefaultTimeout(10_000)
})
afterAll(() => mocked.stop())

// Of what a page asks for by a hostile id, and of what is refused on purpose.
const refused = /^[45]\d\d: |Failed to load resource/
const shown = new Set<string>()

type Name = keyof typeof addresses
const names = Object.keys(addresses) as Name[]

async function open(name: Name, told: Change, filtered?: string): Promise<void> {
  change = asItIs
  const address = filtered ?? (await addresses[name](firstFrom(mocked.site.url, 'any')))
  change = told
  watched.faults.splice(0)
  await mocked.open(address)
  await watched.page.evaluate(
    `for (const one of document.querySelectorAll('#main details')) one.open = true`,
  )
  await settled(watched)
}

/** Expects that nothing of what a page was told is more than text, and that some of it is that. */
async function expectText(within: string): Promise<void> {
  expect(await watched.page.evaluate(breachesScript)).toEqual([])
  expect(watched.faults.filter((one) => !refused.test(one))).toEqual([])
  const text = await watched.page.evaluate<string>(`(${within})?.textContent ?? ''`)
  const found = hostileStrings.filter((one) => text.includes(one))
  expect(found.length, 'as it is').toBeGreaterThan(0)
  for (const one of found) shown.add(one)
}

const pages = drawn(names, scale.hostilePages)

test.each(pages)('shows what it is told as text: %s', async (name) => {
  await open(name, spoilAll)
  await expectText('document.body')
})

test.each(pages)('shows why it could not ask as text: %s', async (name) => {
  await open(name, refuseAll)
  await watched.page.locator('#main .note.bad').first().waitFor()
  await expectText('document.body')
})

const opened = new Set<Name>()
const changing = isLong ? names : drawn(withDialogs, scale.hostilePages)

test.each(changing)(
  'shows what it asks before a change, and its refusal, as text: %s',
  async (name) => {
    await open(name, refuseChanges, filteredFirst[name])
    const buttons = watched.page.locator('#main .action > button:enabled:not([aria-pressed])')
    const count = Math.min(await buttons.count(), mostDialogs)
    for (let at = 0; at < count; at += 1) await refuseOne(buttons.nth(at), name)
    expect(opened.has(name)).toBe(withDialogs.includes(name))
  },
)

// A change of all that match is possible when something is chosen.
const filteredFirst: Partial<Record<Name, string>> = {
  messages: paths.messages({ outcome: 'failure' }),
  usage: paths.usage({ state: 'parked' }),
}
const mostDialogs = isLong ? 12 : 2

async function refuseOne(button: Locator, name: Name): Promise<void> {
  const { page } = watched
  await button.click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  // What is to be entered is no matter: the answer is refused whatever it is.
  await page.evaluate(
    `for (const one of document.querySelectorAll('dialog form')) one.noValidate = true`,
  )
  await dialog.locator('button.main').click()
  await dialog.locator('.note.bad').waitFor()
  await expectText(`document.querySelector('dialog .note.bad')`)
  opened.add(name)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

test.runIf(isLong)('each of the hostile texts was shown', () => {
  expect(hostileStrings.filter((one) => !shown.has(one))).toEqual([])
})

test.runIf(isLong)(
  'these are the pages with a dialog, of what the examples of the contract show',
  () => {
    expect([...opened].toSorted()).toEqual(withDialogs)
  },
)
