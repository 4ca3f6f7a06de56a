import { bodyOf, isObject } from '../simulator/calls/answer.ts'
import type { Exchange } from './exchange.ts'

/** The ids of the instances that the answer to a query shows. */
export function idsShown({ http }: Exchange): readonly string[] {
  const info = bodyOf(http)?.['info']
  const shown: readonly unknown[] = Array.isArray(info) ? info : []
  return shown.flatMap((one) => (isObject(one) ? [String(one['instanceId'])] : []))
}
