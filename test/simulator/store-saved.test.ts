import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { ActionRefused, openStoreState, type StoreState } from '../../src/simulator/state/index.ts'
import { createStoreState } from '../../src/simulator/state/store-state.ts'
import type { StoreData } from '../../src/simulator/state/store-data.ts'
import { scale } from '../harness/scale.ts'
import {
  busy,
  createBoxSeller,
  days,
  hours,
  offers,
  openBox,
  type BoxSeller,
} from './box-seller.ts'

interface Step {
  readonly kind: keyof typeof steps
  readonly pick: number
}

type Play = (state: StoreState, seller: BoxSeller, pick: number) => Promise<unknown>

const nth = <Value>(values: Readonly<Record<string, Value>>, pick: number): string => {
  const ids = Object.keys(values)
  return ids[pick % ids.length] ?? 'none'
}
const instanceAt = (state: StoreState, pick: number) => nth(state.data.instances, pick)

/** What buyers, the seller and the store's operations do; the console refuses some of it. */
const steps = {
  buy: ({ actions, data }, _seller, pick) => {
    const offer = Object.values(offers)[pick % 6]?.productId ?? ''
    return actions.buy({ product: nth(data.products, pick), offer, trial: pick % 5 === 0 })
  },
  renew: (state, _seller, pick) =>
    state.actions.renew({ instance: instanceAt(state, pick), quantity: 1 + (pick % 3) }),
  cancelRenewal: (state, _seller, pick) => state.actions.cancelRenewal(instanceAt(state, pick)),
  upgrade: (state, _seller, pick) =>
    state.actions.upgrade({ instance: instanceAt(state, pick), quantity: 2 + (pick % 3) }),
  violate: (state, _seller, pick) => state.actions.violate(instanceAt(state, pick)),
  clear: (state, _seller, pick) => state.actions.clearViolation(instanceAt(state, pick)),
  unsubscribe: (state, _seller, pick) =>
    state.actions.unsubscribe({ instance: instanceAt(state, pick) }),
  open: (state, _seller, pick) => state.actions.openPage(instanceAt(state, pick)),
  restart: (state, _seller, pick) => state.actions.restart(nth(state.data.messages, pick)),
  wait: ({ clock }, _seller, pick) => clock.advanceBy((pick % 50) * hours),
  waitLong: ({ clock }, _seller, pick) => clock.advanceBy((pick % 40) * days),
  fault: ({ actions }, _seller, pick) =>
    actions.playFault({
      fault: ['duplicate', 'reorder', 'unknown-field', 'upper-hex'][pick % 4] ?? '',
      calls: 1 + (pick % 3),
    }),
  breakDown: (_state, { answers }, pick) => {
    const activity = ['newInstance', 'refreshInstance', 'releaseInstance'][pick % 3] ?? ''
    answers.set(activity, () => (pick % 2 === 0 ? busy : undefined))
    return Promise.resolve()
  },
  mend: (_state, { answers }) => {
    answers.clear()
    return Promise.resolve()
  },
} satisfies Record<string, Play>

const life = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
    pick: fc.nat(1_000),
  }),
  { minLength: 5, maxLength: 40 },
)

/** Plays a life; before the step of `savedAt` the store is written as JSON and read again. */
async function play(script: readonly Step[], savedAt?: number): Promise<unknown> {
  const seller = createBoxSeller()
  const box = await openBox({ send: seller.send })
  const { actions } = box.state
  await actions.listProduct({
    ...{ id: 'p-2', name: '监管商品', generation: 'saasV1', supervised: true },
    url: 'https://seller.example.com/v1',
    offers: Object.values(offers),
  })
  await actions.saveSampleCases({ product: 'p-1', activities: ['newInstance'] })
  let { state } = box
  for (const [at, { kind, pick }] of script.entries()) {
    if (at === savedAt) {
      const data = JSON.parse(JSON.stringify(state.data)) as StoreData
      state = createStoreState({ send: seller.send, data })
    }
    await steps[kind](state, seller, pick).catch((error: unknown) => {
      if (!(error instanceof ActionRefused)) throw error
    })
  }
  return withoutChance(state.data)
}

/** The data without what is drawn at every call: signatures with their stamps, and what V1 encrypts. */
function withoutChance({ stamp: _stamp, ...data }: StoreData): unknown {
  return JSON.parse(JSON.stringify(data), (name, value: unknown) =>
    name === 'request' ? null : value,
  )
}

describe('a store that is saved and loaded', () => {
  it('goes on as if nothing had been, wherever in its life that is', async () => {
    await fc.assert(
      fc.asyncProperty(life, fc.nat(40), async (script, at) => {
        const [through, saved] = [await play(script), await play(script, at % script.length)]
        expect(saved).toEqual(through)
      }),
      { numRuns: scale.savedStores },
    )
  })

  it('begins with other ids under another seed, and with the same under the same', async () => {
    const idsOf = async (seed: string) => {
      const { send } = createBoxSeller()
      const { state, buy } = await openBox({ send, seed })
      await buy()
      return [...Object.keys(state.data.orders), ...Object.keys(state.data.instances)]
    }
    expect(await idsOf('a')).toEqual(await idsOf('a'))
    expect(await idsOf('a')).not.toEqual(await idsOf('b'))
  })
})

describe('the file of a store', () => {
  const folders: string[] = []
  afterEach(() => Promise.all(folders.splice(0).map((one) => rm(one, { recursive: true }))))
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koogate-store-'))
    folders.push(folder)
    return folder
  }

  it('has what was done last, retries that are due among it, and is written whole', async () => {
    const folder = await newFolder()
    const file = join(folder, 'store.json')
    const seller = createBoxSeller()
    seller.answers.set('newInstance', () => busy)
    const { buy, state } = await openBox({ send: seller.send, file })
    const before = await stat(file)
    const id = await buy()
    // Another file in its place: who reads meanwhile reads the one of before to its end.
    expect((await stat(file)).ino).not.toBe(before.ino)
    expect(await readdir(folder)).toEqual(['store.json'])
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(state.data)))
    seller.answers.clear()
    const again = await openStoreState({ file, send: seller.send })
    expect(again.data.instances[id]?.status).toBe('REQUESTED')
    await again.clock.advanceBy(hours)
    expect(again.data.instances[id]?.status).toBe('ACTIVE')
    const third = await openStoreState({ file, send: seller.send })
    expect(third.data.instances[id]?.status).toBe('ACTIVE')
  })

  it('is made where there is none', async () => {
    const file = join(await newFolder(), 'store.json')
    const { data } = await openStoreState({ file })
    expect(data.orders).toEqual({})
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ edition: 'koogate-store/1' })
  })

  it('is told of where it cannot be written or read, before anything is sold', async () => {
    const folder = await newFolder()
    const nowhere = join(folder, 'no-such-folder', 'store.json')
    await expect(openStoreState({ file: nowhere })).rejects.toThrow(
      `written to ${nowhere}: ENOENT.`,
    )
    await expect(openStoreState({ file: folder })).rejects.toThrow(`read from ${folder}: EISDIR.`)
  })

  it.each([
    [
      '{"edition":"koogate-store/0"}',
      'it has "koogate-store/0", and "koogate-store/1" is read here',
    ],
    ['{"orders":{}}', 'it has no edition'],
    ['{"edition":"koog', 'it has no edition'],
    ['', 'it has no edition'],
  ])(
    'is refused with a sentence and left alone if it is of another edition: %s',
    async (text, why) => {
      const file = join(await newFolder(), 'store.json')
      await writeFile(file, text)
      await expect(openStoreState({ file })).rejects.toThrow(why)
      await expect(openStoreState({ file })).rejects.toMatchObject({ name: 'ActionRefused' })
      expect(await readFile(file, 'utf8')).toBe(text)
    },
  )
})
