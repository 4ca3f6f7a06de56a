import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { faultNames } from '../../src/simulator/state/index.ts'
import { createBoxSeller, hours, openBox, right } from './box-seller.ts'

async function open() {
  const seller = createBoxSeller()
  const box = await openBox({ send: seller.send })
  return { ...box, seller, data: box.state.data, actions: box.state.actions }
}

describe('a switch of faults', () => {
  it('plays at the next calls only, as many as it says', async () => {
    const { actions, buy, data, seller } = await open()
    await actions.playFault({ fault: 'unknown-field', calls: 2 })
    for (let order = 1; order <= 3; order += 1) await buy()
    expect(seller.calls.map(({ members }) => members['futureField'])).toEqual([
      'futureValue',
      'futureValue',
      undefined,
    ])
    expect(data.switches).toEqual([])
    const faults = Object.values(data.messages).map(({ attempts }) => attempts[0]?.fault)
    expect(faults).toEqual(['unknown-field', 'unknown-field', undefined])
  })

  it('plays at all calls until it is turned off, of an activity if it names one', async () => {
    const { actions, buy, seller } = await open()
    await actions.playFault({ fault: 'unknown-field', activity: 'queryInstance' })
    const id = await buy()
    await actions.openPage(id)
    await actions.openPage(id)
    await actions.clearFaults()
    await actions.openPage(id)
    expect(seller.calls.map(({ members }) => members['futureField'] !== undefined)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('refuses a fault that it does not know, and names those that it does', async () => {
    const { actions } = await open()
    await expect(actions.playFault({ fault: 'gzip' })).rejects.toThrow(
      'There is no fault "gzip": wrong-key',
    )
    await expect(actions.playFault({ fault: 'wrong-key', calls: 0 })).rejects.toThrow('calls is')
  })
})

describe('duplicate', () => {
  it('makes a call twice, side by side, each with a nonce and a business id of its own', async () => {
    const { actions, buy, data, seller, state } = await open()
    await actions.playFault({ fault: 'duplicate', calls: 1 })
    await buy()
    expect(seller.calls.map(({ activity }) => activity)).toEqual(['newInstance', 'newInstance'])
    const [message] = Object.values(data.messages)
    expect(message).toMatchObject({ state: 'SUCCESS' })
    expect(message?.attempts).toHaveLength(2)
    const nonces = message?.attempts.map(({ request }) =>
      new URL(request.url).searchParams.get('nonce'),
    )
    expect(new Set(nonces).size).toBe(2)
    expect(new Set(seller.calls.map(({ members }) => members['businessId'])).size).toBe(2)
    expect(Object.values(state.data.instances)).toHaveLength(1)
  })
})

describe('reorder', () => {
  it('holds a call back until the next one has overtaken it', async () => {
    const { actions, buy, seller, data } = await open()
    const id = await buy()
    await actions.playFault({ fault: 'reorder', calls: 1 })
    const { orderId } = await actions.renew({ instance: id })
    expect(data.orders[orderId]?.state).toBe('processing')
    await actions.violate(id)
    expect(seller.heard()).toEqual(['newInstance', 'updateInstanceStatus', 'refreshInstance'])
    expect(data.orders[orderId]?.state).toBe('completed')
    expect(data).not.toHaveProperty('held')
  })

  it('lets it go after a minute when no other comes, even while the switch stays on', async () => {
    const { actions, buy, seller, state } = await open()
    await actions.playFault({ fault: 'reorder' })
    await buy()
    expect(seller.calls).toHaveLength(0)
    await state.clock.advanceBy(60_000)
    expect(seller.heard()).toEqual(['newInstance'])
  })
})

describe('at a seller over HTTP', () => {
  const open: Server[] = []
  afterEach(() =>
    Promise.all(
      open.splice(0).map((server) => {
        server.closeAllConnections()
        return new Promise((done) => server.close(done))
      }),
    ),
  )

  /** A seller that refuses what V2 tells it to refuse, and knows orders by their ids. */
  async function startSeller() {
    const instances = new Map<string, string>()
    const nonces = new Set<string>()
    const requests: { version: string; headers: Record<string, unknown> }[] = []
    const server = createServer((request, response) => {
      request.on('error', () => undefined)
      buffer(request).then(
        (body) => {
          const { searchParams } = new URL(request.url ?? '', 'http://seller')
          const nonce = searchParams.get('nonce') ?? ''
          const isStale = Date.now() - Number(searchParams.get('timestamp')) > 60_000
          const isReplayed = nonces.has(nonce)
          nonces.add(nonce)
          requests.push({ version: request.httpVersion, headers: request.headers })
          const { orderId = '' } = JSON.parse(String(body)) as { orderId?: string }
          const refusal = { resultCode: '000002', resultMsg: 'stale or replayed' }
          instances.set(orderId, instances.get(orderId) ?? `i-${instances.size + 1}`)
          const answer = { ...right, instanceId: instances.get(orderId) }
          response.setHeader('content-type', 'application/json')
          response.end(JSON.stringify(isStale || isReplayed ? refusal : answer))
        },
        () => undefined,
      )
    })
    open.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/saas`
    return { url, instances, requests }
  }

  it.each(faultNames.filter((name) => name.startsWith('charset') || name.endsWith('hex')))(
    'is done at once: %s',
    (fault) => isDoneAtOnce(fault),
  )
  it.each(['http-1.0', 'chunked', 'slow-body'])('is done at once: %s', (fault) =>
    isDoneAtOnce(fault),
  )

  async function isDoneAtOnce(fault: string) {
    const seller = await startSeller()
    const { state, buy } = await openBox({}, { url: seller.url })
    await state.actions.playFault({ fault, calls: 1 })
    const id = await buy()
    expect(state.data.instances[id]?.status).toBe('ACTIVE')
    expect(seller.requests).toHaveLength(1)
    if (fault === 'http-1.0') expect(seller.requests[0]?.version).toBe('1.0')
    if (fault === 'chunked')
      expect(seller.requests[0]?.headers).toMatchObject({ 'transfer-encoding': 'chunked' })
  }

  it.each(['drop-answer', 'delay', 'truncated-body', 'old-timestamp'])(
    'fails once and is done at its repeat: %s',
    async (fault) => {
      const seller = await startSeller()
      const { state, buy } = await openBox({}, { url: seller.url })
      await state.actions.playFault({ fault, calls: 1 })
      const id = await buy()
      expect(state.data.instances[id]?.status).toBe('REQUESTED')
      await state.clock.advanceBy(hours)
      expect(state.data.instances[id]?.status).toBe('ACTIVE')
      expect(seller.instances.size).toBeLessThanOrEqual(1)
      const [message] = Object.values(state.data.messages)
      expect(message?.attempts).toMatchObject([{ fault }, {}])
      expect(message?.attempts[1]).not.toHaveProperty('fault')
    },
  )

  it('is refused where the nonce is that of the call before', async () => {
    const seller = await startSeller()
    const { state, buy } = await openBox({}, { url: seller.url })
    await buy()
    await state.actions.playFault({ fault: 'replayed-nonce', calls: 1 })
    const id = await buy()
    expect(state.data.instances[id]?.status).toBe('REQUESTED')
    const last = Object.values(state.data.messages).at(-1)
    expect(last?.attempts[0]?.resultCode).toBe('000002')
  })
})
