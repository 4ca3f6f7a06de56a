import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { en } from '../../src/console/strings/en/index.ts'
import { drawn, isLong, scale } from '../harness/scale.ts'
import { until } from '../harness/until.ts'
import { addresses, firstFrom, withDialogs } from './addresses.ts'
import type { AskedFor } from './mocked-console.ts'
import { type MockedPage, openMockedPage } from './mocked-page.ts'
import { settled } from './open-console.ts'

let mocked: MockedPage
const asked: AskedFor[] = []

beforeAll(async () => {
  mocked = await openMockedPage({
    language: 'en',
    change(answered, one) {
      asked.push(one)
      return answered
    },
  })
})
beforeEach(() => {
  asked.splice(0)
  mocked.watched.faults.splice(0)
})
afterAll(() => mocked.stop())

/** What is asked for while so long passes on the clock of the page. */
async function askedIn(ms: number): Promise<number> {
  const before = mocked.watched.requests.length
  await mocked.watched.page.clock.runFor(ms)
  await settled(mocked.watched)
  return mocked.watched.requests.length - before
}

test('the live refresh is paused, which the page tells, and goes on when it is wanted', async () => {
  const { page } = mocked.watched
  await page.clock.install()
  await mocked.open(paths.alarms())
  const toggle = page.locator('button.live')
  await expect.poll(() => toggle.textContent()).toBe(en.shell.live)
  await until(() => askedIn(10_000), Boolean)
  await toggle.click()
  await expect.poll(() => toggle.textContent()).toBe(en.shell.paused)
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('false')
  expect(await askedIn(600_000)).toBe(0)
  // Neither does a look back at the page.
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
  expect(await askedIn(0)).toBe(0)
  await toggle.click()
  await expect.poll(() => toggle.textContent()).toBe(en.shell.live)
  await until(() => askedIn(10_000), Boolean)
  expect(mocked.watched.faults).toEqual([])
})

test('nothing is refreshed under a dialog: what is about to be confirmed stays as it was read', async () => {
  const { page } = mocked.watched
  await mocked.open(await addresses.order(firstFrom(mocked.site.url, 'any')))
  await until(() => askedIn(10_000), Boolean)
  await page.getByRole('button', { name: 'Note a step' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await askedIn(600_000)).toBe(0)
  await page.keyboard.press('Escape')
  await until(() => askedIn(10_000), Boolean)
})

type Name = keyof typeof addresses
const names = isLong ? (Object.keys(addresses) as Name[]) : drawn(withDialogs, scale.dialogPages)
// A change of all that match is possible when something is chosen.
const filtered: Partial<Record<Name, string>> = {
  messages: paths.messages({ outcome: 'failure' }),
  usage: paths.usage({ state: 'parked' }),
}
let dialogs = 0

test.each(names)(
  'every dialog is closed by Escape or Cancel, and gives the focus back to its button: %s',
  async (name) => {
    const { page } = mocked.watched
    await mocked.open(filtered[name] ?? (await addresses[name](firstFrom(mocked.site.url, 'any'))))
    await page.evaluate(
      `for (const one of document.querySelectorAll('#main details')) one.open = true`,
    )
    await settled(mocked.watched)
    asked.splice(0)
    const buttons = page.locator('#main .action > button:enabled:not([aria-pressed])')
    const count = await buttons.count()
    expect(count > 0).toBe(withDialogs.includes(name))
    for (let at = 0; at < count; at += 1) {
      const button = buttons.nth(at)
      await button.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await button.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(false)
      if (dialogs % 2 === 0) await page.keyboard.press('Escape')
      else await dialog.getByRole('button', { name: en.ui.cancel }).press('Enter')
      await dialog.waitFor({ state: 'detached' })
      const isFocused = () => button.evaluate((one) => one === one.ownerDocument.activeElement)
      await until(isFocused, Boolean)
      dialogs += 1
    }
    // Nothing is changed by who looks only; what is counted before is a dry run.
    const changes = asked.filter(
      ({ method, body }) => method !== 'GET' && !/"dryRun":true/.test(body),
    )
    expect(changes).toEqual([])
  },
)

test.runIf(isLong)('there are dialogs to be closed', () => {
  expect(dialogs).toBeGreaterThan(15)
})

test('a change whose answer was lost is sent again with the same key, one that is entered anew with another', async () => {
  const { page } = mocked.watched
  const sent: { readonly key: string | undefined; readonly body: string | null }[] = []
  let isLost = true
  await page.route('**/api/v1/orders/*/delivery', async (route) => {
    const request = route.request()
    sent.push({ key: request.headers()['idempotency-key'], body: request.postData() })
    // It arrives, and its answer does not.
    if (!isLost) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await mocked.open(await addresses.order(firstFrom(mocked.site.url, 'any')))
  await page.getByRole('button', { name: 'Note a step' }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Note a step' })
  await dialog.locator('input[name=note]').fill('first')
  await confirm.click()
  await dialog.getByText(en.ui.problems['no-answer']).waitFor()
  await confirm.click()
  await until(
    () => Promise.resolve(sent),
    ({ length }) => length === 2,
  )
  await dialog.locator('input[name=note]').fill('second')
  isLost = false
  await until(
    () => confirm.getAttribute('aria-busy'),
    (busy) => busy === 'false',
  )
  await confirm.click()
  await dialog.waitFor({ state: 'detached' })
  const [one, again, other] = sent
  expect(one?.key).toMatch(/^[\w-]{16,}$/)
  expect(again).toEqual(one)
  expect(other?.body).toContain('second')
  expect(other?.key).not.toBe(one?.key)
})
