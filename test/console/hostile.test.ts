import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { startChromium } from '../docs/chromium.ts'
import { type Watched, openContext, watch } from '../docs/visit.ts'
import { drawn, isLong, scale } from '../harness/scale.ts'
import { addresses, firstFrom } from './addresses.ts'
import { breachesScript, hostileStrings } from './hostile-strings.ts'
import { type MockedConsole, startMockedConsole } from './mocked-console.ts'
import { settled } from './open-console.ts'

let site: MockedConsole
let browser: Browser
let watched: Watched
let isHostile = false
let next = 0

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startMockedConsole(spoilt), startChromium()])
  const context = await openContext(browser)
  await context.addInitScript(`document.addEventListener('securitypolicyviolation',
    (event) => console.error('policy: ' + event.blockedURI + ' ' + event.violatedDirective))`)
  watched = await watch(context)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const time = /^\d{4}-\d\d-\d\dT/

/** An answer in which every text but times, and the scopes of the session, is a hostile one. */
function spoilt(answer: unknown): unknown {
  return isHostile ? spoil(answer, '') : answer
}

function spoil(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    if (time.test(value) || kept.has(name)) return value
    next += 1
    return hostileStrings[next % hostileStrings.length]
  }
  if (Array.isArray(value)) return value.map((one) => spoil(one, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one, key)]))
}

// By these a page goes on: which of its parts may be used, and where the next items are.
const kept = new Set(['scopes', 'nextCursor'])

// Of what a page asks for by a hostile id.
const refused = /^4\d\d: |Failed to load resource/

const names = Object.keys(addresses) as (keyof typeof addresses)[]
const shown = new Set<string>()

test.each(drawn(names, scale.hostilePages))('shows what it is told as text: %s', async (name) => {
  const address = await addresses[name](firstFrom(site.url, 'any'))
  isHostile = true
  watched.faults.splice(0)
  await watched.page.goto(new URL(address, `${site.url}/console/`).href)
  await settled(watched)
  const breaches = await watched.page.evaluate<string[]>(breachesScript)
  expect(breaches).toEqual([])
  expect(watched.faults.filter((one) => !refused.test(one))).toEqual([])
  const text = await watched.page.evaluate<string>('document.body.textContent')
  const found = hostileStrings.filter((one) => text.includes(one))
  expect(found.length, 'as it is').toBeGreaterThan(0)
  for (const one of found) shown.add(one)
  isHostile = false
})

test.runIf(isLong)('each of the hostile texts was shown', () => {
  expect(hostileStrings.filter((one) => !shown.has(one))).toEqual([])
})
