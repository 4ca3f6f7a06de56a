import type { UsageLedger } from '../api/usage-ledger.ts'
import type { KeptUsage, StoreState } from '../state/index.ts'

/** Has the ledger begin with the usage that a store keeps. */
export function restoreUsage({ data }: StoreState, ledger: UsageLedger): void {
  const { calls, taken } = data.usage ?? { calls: [], taken: [] }
  ledger.restore({
    calls,
    taken: taken.map(({ sn, packageId, value, ...one }) => ({
      ...{ ...one, sn, packageId },
      value: BigInt(value),
    })),
  })
}

/** Keeps the ledger's usage with the store, if there is more of it than before. */
export async function keepUsage(store: StoreState, ledger: UsageLedger): Promise<void> {
  const { data } = store
  if (ledger.calls.length === (data.usage?.calls.length ?? 0)) return
  data.usage = keptUsage(ledger)
  await store.save()
}

function keptUsage({ calls, taken }: UsageLedger): KeptUsage {
  return {
    calls: [...calls],
    taken: taken.map(({ sn, packageId, value, ...one }) => ({
      ...one,
      ...(sn !== undefined && { sn }),
      ...(packageId !== undefined && { packageId }),
      value: String(value),
    })),
  }
}
