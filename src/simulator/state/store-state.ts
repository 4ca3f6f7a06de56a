import { actions, type StoreActions } from './actions.ts'
import { createStoreClock, playUntil, type StoreClock } from './clock.ts'
import { watchDialTests } from './life/dial-test.ts'
import { rules } from './life/rules.ts'
import { tell } from './messages.ts'
import type { Store, StoreOptions } from './store.ts'
import { emptyStore, type StoreData } from './store-data.ts'
import { readStore, writeStore } from './store-file.ts'

/** How a store begins. */
export interface StoreStateOptions extends StoreOptions {
  /** What its ids are made of; the same seed makes the same ids. */
  readonly seed?: string
  /** When its clock begins; now by default. */
  readonly start?: Date
  /** A store to go on with. */
  readonly data?: StoreData
  /** Where it is written after each action and move of the clock. */
  readonly file?: string
}

/** A store with its state: what is in it, what can be done, and its clock. */
export interface StoreState {
  /** To be read; actions change it. */
  readonly data: StoreData
  readonly actions: StoreActions
  readonly clock: StoreClock
  /** Calls the listener after each action and each timer; returns what ends it. */
  readonly watch: (listener: () => void) => () => void
  /** Writes the file, if there is one. */
  readonly save: () => Promise<void>
}

/** Opens a store in memory. One thing happens after the other, actions and timers alike. */
export function createStoreState(options: StoreStateOptions = {}): StoreState {
  const { seed = 'koogate', start = new Date(), file } = options
  const data = options.data ?? emptyStore(seed, start)
  const store: Store = {
    data,
    options,
    tell: (act, subject) => tell(store, rules, act, subject),
  }
  if (options.data === undefined) watchDialTests(store)
  const inTurn = createQueue()
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  const toFile = createQueue()
  const save = () => (file === undefined ? Promise.resolve() : toFile(() => writeStore(file, data)))
  const noted = async <Result>(work: () => Promise<Result>) => {
    try {
      return await work()
    } finally {
      changed()
      await save()
    }
  }
  const act: InTurn = (work) => inTurn(() => noted(work))
  return {
    data,
    actions: boundActions(store, { act, atOnce: noted }),
    clock: createStoreClock(store, (until) => act(() => playUntil(store, until(), changed))),
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    save,
  }
}

/** Opens the store of a file, or a new one that is written there at once. */
export async function openStoreState(
  options: StoreStateOptions & { readonly file: string },
): Promise<StoreState> {
  const data = await readStore(options.file)
  const state = createStoreState({ ...options, ...(data && { data }) })
  await state.save()
  return state
}

type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

function createQueue(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}

// What the seller asks of the open APIs, which it may do before it answers the call that is in flight.
const answeredAtOnce: readonly string[] = [
  'receiveLicense',
  'activateCode',
] satisfies (keyof StoreActions)[]

function boundActions(
  store: Store,
  { act, atOnce }: { readonly act: InTurn; readonly atOnce: InTurn },
): StoreActions {
  const bound = Object.entries(actions).map(([name, action]) => {
    const anyAction = action as (store: Store, ...given: readonly unknown[]) => unknown
    const run = answeredAtOnce.includes(name) ? atOnce : act
    const inTurn = (...given: readonly unknown[]) =>
      run(() => Promise.resolve().then(() => anyAction(store, ...given)))
    return [name, inTurn] as const
  })
  return Object.fromEntries(bound) as unknown as StoreActions
}
