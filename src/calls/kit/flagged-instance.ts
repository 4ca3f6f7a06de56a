import { findInstance } from '../../db/instance/instances.ts'
import { withAttention } from '../../domain/instance/attention.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { next } from '../../domain/instance/life-cycle.ts'
import { scopeOf } from '../../domain/scope.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'
import type { KitBody } from './kit-call.ts'

/**
 * The instance of a binding with one more sentence for the operator, as its next version; undefined if
 * none is known, or it says so already.
 */
export async function flaggedInstance(
  { address, test, body, now }: Call<KitBody>,
  sentence: string,
  { db, vault }: Services,
): Promise<Instance | undefined> {
  const { instanceId = '' } = body
  const instance = instanceId === '' ? undefined : await findInstance(db, vault, instanceId)
  if (instance === undefined || instance.phase === 'released') return undefined
  if (!isOfScope(instance, { address: address.name, test })) return undefined
  const flagged = withAttention(instance, sentence)
  return flagged === instance ? undefined : next(flagged, now, {})
}

type Place = Pick<Instance, 'address' | 'test'>

function isOfScope(instance: Place, call: Place): boolean {
  const [one, other] = [scopeOf(instance), scopeOf(call)]
  const isSame = one.site === other.site && one.testAddress === other.testAddress
  return isSame && instance.test === call.test
}
