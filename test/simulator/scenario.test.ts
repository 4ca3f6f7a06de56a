import { afterEach, describe, expect, it } from 'vitest'
import { startOrderStore } from '../../src/simulator/api/order-store.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { createReporter } from '../../src/simulator/scenarios/reporter.ts'
import { playScenario, type StepResult } from '../../src/simulator/scenarios/scenario.ts'
import { lifeOfAnInstance, manualProvisioning } from '../../src/simulator/scenarios/saas-v2.ts'
import { createSimulatedStore } from '../../src/simulator/store/simulated-store.ts'
import { succeed } from '../broken-sellers/right-seller/http.ts'
import type { Members, Twin } from '../broken-sellers/right-seller/parts.ts'
import { Refusal } from '../broken-sellers/right-seller/refusal.ts'
import { right } from '../broken-sellers/right-seller/right.ts'
import { startSeller } from '../broken-sellers/right-seller/start.ts'
import { viewOf } from './right-seller-view.ts'

const credentials = { accessKey: 'scenario', secretKey: 'scenario-secret' }
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

/** Plays the life of an instance against a right seller, but for the mistake of a twin. */
async function play(twin: Twin = {}, scenario = lifeOfAnInstance) {
  const keys = makeAccessKeys()
  const orderStore = await startOrderStore(credentials)
  const openApi = { url: orderStore.url, ...credentials }
  const { url: sellerUrl, seller, close } = await startSeller({ keys, twin, openApi })
  opened.push(orderStore, { close })
  const store = createSimulatedStore({ sellerUrl, keys, clock: fastClock(), orderStore })
  const printed: string[] = []
  const reporter = createReporter((text) => printed.push(text))
  reporter.scenario(scenario)
  const stage = { store, seller: viewOf(seller), orderStore, timeoutMs: 60 }
  const results = await playScenario(scenario, stage, reporter.step)
  return { results, isRight: reporter.end(results), text: printed.join(''), keys }
}

const wrongSteps = (results: readonly StepResult[]) =>
  results.filter(({ wrong }) => wrong.length > 0).map(({ name }) => name)

describe('a right seller', () => {
  it('passes every step, and the table says so', async () => {
    const { results, isRight, text, keys } = await play()
    expect(wrongSteps(results)).toEqual([])
    expect(isRight).toBe(true)
    expect(text).toContain('\nAll 14 steps are right\n')
    const rows = text.split('\n').filter((row) => /\b0000\d\d\b/.test(row))
    expect(rows).toHaveLength(13 + 8)
    expect(text).toMatch(
      /^freeze +updateInstanceStatus +000000 +success\. +\d+ +frozen until \d{4}-/m,
    )
    expect(text).toMatch(/^renew all the same +refreshInstance +000003 .* released until /m)
    for (const key of Object.values(keys)) expect(text).not.toContain(key)
  })

  it('gets the calls of a buyer’s whole way', async () => {
    const real: Members[] = []
    await play({
      perform(call, seller) {
        if (!call.isTest) real.push(call.members)
        return right.perform(call, seller)
      },
    })
    const names = ['activity', 'scene', 'status']
    const told = (members: Members) => names.map((name) => members[name]).filter(Boolean)
    expect(real.map((call) => told(call).join(' '))).toEqual([
      'newInstance',
      'queryInstance',
      'queryInstance',
      'refreshInstance RENEWAL',
      'changeInstanceCheck',
      'refreshInstance RENEWAL_CHANGE',
      'upgradeInstance',
      'updateInstanceStatus FREEZE',
      'updateInstanceStatus UNFREEZE',
      'orderNotify',
      'refreshInstance UNSUBSCRIBE_RENEWAL_PERIOD',
      'releaseInstance',
      'refreshInstance RENEWAL',
    ])
  })
})

describe('a broken seller is found out', () => {
  it.each<[string, Twin, string[], string]>([
    [
      'that forgets to freeze',
      { updateStatus: () => succeed() },
      ['freeze'],
      'status is active, not frozen',
    ],
    [
      'that answers 500',
      {
        updateStatus: async (call, seller) => ({
          ...(await right.updateStatus(call, seller)),
          isLost: true,
        }),
        statusOf: ({ isLost }) => (isLost === true ? 500 : 200),
      },
      ['freeze', 'unfreeze', 'dial test'],
      'updateInstanceStatus: DBG-3 HTTP status is 500, not 200',
    ],
    [
      'that does not read the order that it is told of',
      { orderNotify: () => succeed() },
      ['tell of an order'],
      'the seller has not read the order CS',
    ],
    [
      'that fails the dial test only',
      {
        releaseInstance(call, seller) {
          if (call.isTest) throw new Refusal('000003', 'unknown')
          return right.releaseInstance(call, seller)
        },
      },
      ['dial test'],
      'releaseInstance: DBG-6 resultCode is 000003, not 000000',
    ],
    [
      'that renews what is released',
      {
        findInstance: (call, id, seller) =>
          seller.memory.real.instances.get(id) ?? right.findInstance(call, id, seller),
      },
      ['renew all the same'],
      'DBG-6 resultCode is 000000, not 000003',
    ],
    [
      'that lets the dial test touch a buyer’s instance',
      {
        releaseInstance(_call, { memory }) {
          for (const instance of memory.real.instances.values()) instance.status = 'released'
          return succeed()
        },
      },
      ['dial test', 'cancel the renewal'],
      'status is released, not active',
    ],
  ])('%s', async (_name, twin, steps, told) => {
    const { results, isRight, text } = await play(twin)
    expect(wrongSteps(results)).toEqual(steps)
    expect(isRight).toBe(false)
    expect(text).toContain(`${steps.length} of 14 steps are wrong:`)
    expect(text).toContain(told)
    expect(text).not.toContain('steps are right')
  })

  it('that sells nothing: every step is wrong, and none of them hangs', async () => {
    const nothing: Twin = { route: () => 404, contentType: () => 'text/html', serialise: () => '' }
    const { results, isRight, text } = await play(nothing)
    expect(wrongSteps(results)).toHaveLength(14)
    expect(isRight).toBe(false)
    expect(text).toContain('4 times: HTTP status is 404')
    expect(text).toContain(' was not sold here')
  })
})

it('a purchase that is provisioned at once is wrong where it should take time', async () => {
  const { results } = await play(undefined, manualProvisioning)
  expect(results[0]?.wrong).toEqual([
    'the answer is 000000, not 000004',
    'status is active, not provisioning',
  ])
})

it('is not right when nothing was played', () => {
  expect(createReporter(() => undefined).end([])).toBe(false)
})
