import type { UsageLedger } from '../api/usage-ledger.ts'
import type { RunningClock } from './running-clock.ts'
import { type StoreState, storeInstanceOf } from '../state/index.ts'

/** Has usage judged by what the store knows now: its instances, its basic keys, and its clock. */
export function judgeUsageBy(
  store: () => StoreState,
  clock: Pick<RunningClock, 'behindMs'>,
  { rules }: UsageLedger,
): void {
  rules.now = () => new Date(store().data.now + clock.behindMs())
  rules.instanceOf = (id) => storeInstanceOf(store().data, id)
  Object.defineProperty(rules, 'keys', { get: () => basicKeys(store()) })
}

function basicKeys({ data }: StoreState): readonly string[] {
  return Object.values(data.addresses).flatMap(({ keys }) => {
    const key = data.keys[keys.basic ?? '']
    return key === undefined ? [] : [key.secret]
  })
}
