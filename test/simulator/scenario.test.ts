import { afterEach, describe, expect, it } from 'vitest'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { fastClock } from '../../src/simulator/clock.ts'
import { createReporter } from '../../src/simulator/scenarios/reporter.ts'
import { playScenario, type StepResult } from '../../src/simulator/scenarios/scenario.ts'
import { lifeOfAnInstance, manualProvisioning } from '../../src/simulator/scenarios/saas-v2.ts'
import { createSimulatedStore } from '../../src/simulator/store/simulated-store.ts'
import { createModelSeller, type ModelSeller } from './model-seller.ts'
import { startSeller, success, type ReceivedCall, type Reply, type TestSeller } from './seller.ts'

let seller: TestSeller
afterEach(() => seller.close())

type Tamper = (call: ReceivedCall, model: ModelSeller) => Reply

/** Plays the life of an instance against a right seller, tampered in one thing. */
async function play(
  tamper: Tamper = (call, model) => model.answer(call),
  scenario = lifeOfAnInstance,
) {
  const model = createModelSeller()
  const printed: string[] = []
  const reporter = createReporter((text) => printed.push(text))
  seller = await startSeller((call) => tamper(call, model))
  const { orderStore, view } = model
  const keys = makeAccessKeys()
  const store = createSimulatedStore({
    sellerUrl: seller.url,
    keys,
    clock: fastClock(),
    orderStore,
  })
  reporter.scenario(scenario)
  const stage = { store, seller: view, orderStore, timeoutMs: 60 }
  const results = await playScenario(scenario, stage, reporter.step)
  const right = reporter.end(results)
  return { results, right, text: printed.join(''), keys }
}

const wrongSteps = (results: readonly StepResult[]) =>
  results.filter(({ wrong }) => wrong.length > 0).map(({ name }) => name)

describe('a right seller', () => {
  it('passes every step, and the table says so', async () => {
    const { results, right, text, keys } = await play()
    expect(wrongSteps(results)).toEqual([])
    expect(right).toBe(true)
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
    await play()
    const real = seller.calls.filter(({ members }) => members['testFlag'] === undefined)
    const names = ['activity', 'scene', 'status']
    const told = ({ members }: ReceivedCall) => names.map((name) => members[name]).filter(Boolean)
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

const when =
  (activity: string, reply: (call: ReceivedCall, model: ModelSeller) => Reply): Tamper =>
  (call, model) =>
    call.members['activity'] === activity ? reply(call, model) : model.answer(call)

describe('a broken seller is found out', () => {
  it.each<[string, Tamper, string[], string]>([
    [
      'that forgets to freeze',
      when('updateInstanceStatus', () => success),
      ['freeze'],
      'status is active, not frozen',
    ],
    [
      'that answers 500',
      when('updateInstanceStatus', () => ({ status: 500, body: success.body })),
      ['freeze', 'unfreeze', 'dial test'],
      'updateInstanceStatus: DBG-3 HTTP status is 500, not 200',
    ],
    [
      'that does not read the order that it is told of',
      when('orderNotify', () => success),
      ['tell of an order'],
      'the seller has not read the order CS',
    ],
    [
      'that fails the dial test only',
      (call, model) => {
        const isTest = call.members['testFlag'] === '1'
        const refused = { body: { resultCode: '000003', resultMsg: 'unknown' } }
        return isTest && call.members['activity'] === 'releaseInstance'
          ? refused
          : model.answer(call)
      },
      ['dial test'],
      'releaseInstance: DBG-6 resultCode is 000003, not 000000',
    ],
    [
      'that renews what is released',
      (call, model) => {
        const reply = model.answer(call)
        const late = 'body' in reply && JSON.stringify(reply.body).includes('000003')
        return late ? success : reply
      },
      ['renew all the same'],
      'DBG-6 resultCode is 000000, not 000003',
    ],
    [
      'that lets the dial test touch a buyer’s instance',
      when('releaseInstance', (_call, model) => {
        for (const [id, state] of model.instances)
          model.instances.set(id, { ...state, status: 'released' })
        return success
      }),
      ['dial test', 'cancel the renewal'],
      'status is released, not active',
    ],
  ])('%s', async (_name, tamper, steps, told) => {
    const { results, right, text } = await play(tamper)
    expect(wrongSteps(results)).toEqual(steps)
    expect(right).toBe(false)
    expect(text).toContain(`${steps.length} of 14 steps are wrong:`)
    expect(text).toContain(told)
    expect(text).not.toContain('steps are right')
  })

  it('that sells nothing: every step is wrong, and none of them hangs', async () => {
    const { results, right, text } = await play(() => ({
      status: 404,
      contentType: 'text/html',
      body: '',
    }))
    expect(wrongSteps(results)).toHaveLength(14)
    expect(right).toBe(false)
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

it('is not right when nothing was played', async () => {
  seller = await startSeller(() => success)
  expect(createReporter(() => undefined).end([])).toBe(false)
})
