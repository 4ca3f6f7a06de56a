import type { ManagementSchemas } from '../../contract/index.ts'
import { newId } from '../../db/new-id.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import type { TargetProduct } from '../../ports/change-check.ts'
import { PostError } from '../../webhooks/post-signed.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'
import { readCheck } from './ask-answer.ts'
import { viewAsked } from './ask-view.ts'

type Body = ManagementSchemas['ChangeCheck']
type Decision = ManagementSchemas['ChangeCheckAnswer']

/**
 * Asks the product in line whether a renewal may change what was bought; undefined where it does not
 * say so while the store waits. Nothing of it is kept.
 */
export async function askChange(
  instance: Instance,
  targets: readonly TargetProduct[],
  call: Pick<Call<unknown>, 'address' | 'remainingMs'>,
  { postSigned, now, log }: Services,
): Promise<Decision | undefined> {
  const { webhook } = call.address.product
  if (webhook === undefined || postSigned === undefined) return undefined
  const { url, secrets } = webhook
  const data = { ...viewAsked(instance), targets }
  const body: Body = { type: 'change.check', timestamp: now().toISOString(), data }
  const post = { url, secrets, id: newId(), body: JSON.stringify(body) }
  try {
    return readCheck(await postSigned({ ...post, timeoutMs: Math.ceil(call.remainingMs()) }))
  } catch (error) {
    if (!(error instanceof PostError)) throw error
    log.warn({ instanceId: instance.instanceId, error: error.message }, 'change.check unanswered')
    return undefined
  }
}
