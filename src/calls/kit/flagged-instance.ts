import { findInstance } from '../../db/instance/instances.ts'
import { withNote } from '../../domain/instance/plan.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { next } from '../../domain/instance/life-cycle.ts'
import type { Call } from '../call.ts'
import type { Before } from '../handler.ts'
import { isOfSite } from '../instance-access.ts'
import type { Services } from '../services.ts'
import type { KitBody } from './kit-call.ts'

/**
 * The instance of a binding with one more sentence for the operator, as its next version, and as it was;
 * undefined if none is known, or it says so already.
 */
export async function flaggedInstance(
  call: Call<KitBody>,
  sentence: string,
  { db, vault }: Services,
): Promise<{ readonly instance: Instance; readonly before: Before } | undefined> {
  const { instanceId = '' } = call.body
  const instance = instanceId === '' ? undefined : await findInstance(db, vault, instanceId)
  if (instance === undefined || instance.phase === 'released') return undefined
  if (!isOfSite(instance, call)) return undefined
  const flagged = withNote(instance, sentence)
  if (flagged === instance) return undefined
  return { instance: next(flagged, call.now, {}), before: { instance } }
}
