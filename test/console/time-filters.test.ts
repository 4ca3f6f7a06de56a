import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/console/paths.ts'
import { drawn, scale } from '../harness/scale.ts'
import { until } from '../harness/until.ts'
import { addresses, firstFrom } from './addresses.ts'
import type { AskedFor } from './mocked-console.ts'
import { type MockedPage, openMockedPage } from './mocked-page.ts'
import { settled } from './open-console.ts'

let mocked: MockedPage
const asked: AskedFor[] = []

beforeAll(async () => {
  mocked = await openMockedPage({
    language: 'en',
    // Whoever looks is elsewhere than the store.
    timezoneId: 'America/New_York',
    change(answered, one) {
      asked.push(one)
      return answered
    },
  })
})
afterAll(() => mocked.stop())

const attempts = async () => {
  const endpoint = await addresses.webhook(firstFrom(mocked.site.url, 'any'))
  return `${endpoint}&show=attempts`
}

const lists = [
  ['/messages', () => paths.messages(), 'from', 'to'],
  ['/outbound-calls', () => paths.calls(), 'from', 'to'],
  ['/orders', () => paths.orders(), 'from', 'to'],
  ['/usage/windows', () => paths.usage(), 'from', 'until'],
  ['/webhook-attempts', attempts, 'since', 'until'],
] as const

test.each(drawn(lists, scale.filteredLists))(
  '%s are found by a time of Beijing, wherever one is, and the address keeps it',
  async (list, addressOf, from, to) => {
    const { page, faults } = mocked.watched
    await mocked.open(await addressOf())
    asked.splice(0)
    await page.locator(`input[name=${from}]`).fill('2026-11-18T08:00')
    await page.locator(`input[name=${to}]`).fill('2026-11-19T07:59:30')
    await page.getByRole('button', { name: 'Filter' }).first().click()
    const times = { [from]: '2026-11-18T00:00:00.000Z', [to]: '2026-11-18T23:59:30.000Z' }
    await expectAsked(list, times)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject(times)
    await page.reload()
    await settled(mocked.watched)
    await expect
      .poll(() => page.locator(`input[name=${from}]`).inputValue())
      .toBe('2026-11-18T08:00')
    await expect
      .poll(() => page.locator(`input[name=${to}]`).inputValue())
      .toBe('2026-11-19T07:59:30')
    await page.locator(`input[name=${from}]`).fill('')
    asked.splice(0)
    await page.getByRole('button', { name: 'Filter' }).first().click()
    await expectAsked(list, { [to]: times[to] })
    expect(new URL(page.url()).searchParams.has(from)).toBe(false)
    expect(faults).toEqual([])
  },
)

/** Waits until a list was asked for with these times, and no others. */
async function expectAsked(list: string, times: Readonly<Record<string, unknown>>): Promise<void> {
  const queries = () =>
    asked
      .filter(({ target }) => target.startsWith(`${list}?`))
      .map(({ target }) => [...new URL(target, mocked.site.url).searchParams])
      .map((query) => query.filter(([name]) => ['from', 'to', 'since', 'until'].includes(name)))
      .map((query) => Object.fromEntries(query))
  const found = await until(
    () => Promise.resolve(queries()),
    ({ length }) => length > 0,
  )
  expect(found[0]).toEqual(times)
}
