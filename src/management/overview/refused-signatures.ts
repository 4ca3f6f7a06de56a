import { bounded } from '../../db/bounded-count.ts'
import type { KeyUsage } from '../../db/key-usage/key-usages.ts'
import type { RefusedCalls } from '../../db/message/refused-calls.ts'
import type { RefusedSignature } from '../../domain/overview/needs-of.ts'
import { signatureFaultOf } from '../../domain/signature-refusal.ts'
import { isOperation, keyTypeOf } from '../../interfaces.ts'

/** Calls that carried a signature which did not hold, by address, kind of key and cause, the latest first. */
export function refusedSignatures(
  refused: readonly RefusedCalls[],
  uses: readonly KeyUsage[],
): RefusedSignature[] {
  const all = refused.flatMap((calls) => {
    const cause = signatureFaultOf(calls.resultMsg)
    if (cause === undefined || !isOperation(calls.operation)) return []
    return [{ ...calls, cause, interfaceType: keyTypeOf(calls.operation) }]
  })
  const kinds = Map.groupBy(all, (one) => `${one.address} ${one.interfaceType} ${one.cause}`)
  return [...kinds.values()].flatMap(([latest, ...others]) =>
    latest === undefined ? [] : [sumOf(latest, others, uses)],
  )
}

type Refused = RefusedCalls & Pick<RefusedSignature, 'cause' | 'interfaceType'>

function sumOf(
  latest: Refused,
  others: readonly Refused[],
  uses: readonly KeyUsage[],
): RefusedSignature {
  const { address, interfaceType, cause, resultCode, resultMsg, lastAt } = latest
  const all = [latest, ...others]
  const { count: calls, more } = bounded(all.reduce((sum, one) => sum + one.calls, 0))
  const firstAt = new Date(Math.min(...all.map((one) => one.firstAt.getTime())))
  const held = uses
    .filter((use) => use.address === address && use.interface_type === interfaceType)
    .map(({ last_used_at }) => last_used_at.getTime())
  const lastVerifiedAt = held.length === 0 ? null : new Date(Math.max(...held))
  const told = { address, interfaceType, cause, resultCode, resultMsg }
  return { ...told, calls, more, firstAt, lastAt, lastVerifiedAt }
}
