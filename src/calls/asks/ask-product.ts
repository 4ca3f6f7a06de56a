import { findInstance } from '../../db/instance/instances.ts'
import { findLicense } from '../../db/license/licenses.ts'
import type { Address } from '../../domain/address.ts'
import type { Ask } from '../../domain/ask/ask.ts'
import { faultOf } from '../../domain/license/license.ts'
import type { Services } from '../services.ts'
import { maxV1FieldLength, tooLongForV1 } from '../v1-app-info.ts'
import { type Asked, readAnswer, withoutAnswer } from './ask-answer.ts'
import { busyWith } from './busy-with.ts'
import { type AskSubjects, askBody, askTypes } from './ask-body.ts'

/** Asks the product of an address once, and reads its answer; whatever it does is an outcome. */
export async function askProduct(
  ask: Ask,
  address: Address | undefined,
  services: Services,
): Promise<Asked> {
  const begun = performance.now()
  const { id, kind, instanceId, attempt } = ask
  const asked = await busyWith(id, services, () => answerTo(ask, address, services))
  const ms = Math.round(performance.now() - begun)
  const { outcome } = asked
  const failure = asked.outcome === 'failed' ? { code: asked.code, error: asked.error } : {}
  const line = { ask: id, type: askTypes[kind], instanceId, attempt, outcome, ...failure, ms }
  services.log[outcome === 'failed' ? 'warn' : 'info'](line, 'the product was asked')
  return asked
}

async function answerTo(
  ask: Ask,
  address: Address | undefined,
  services: Services,
): Promise<Asked> {
  const subjects = await subjectsOf(ask, services)
  return usable(await post(ask, subjects, address, services), subjects)
}

async function subjectsOf(ask: Ask, { db, vault }: Services): Promise<AskSubjects> {
  const { kind, instanceId, subject } = ask
  const [instance, license] = await Promise.all([
    findInstance(db, vault, instanceId),
    kind === 'make-license' ? findLicense(db, vault, subject) : undefined,
  ])
  if (instance === undefined)
    throw new Error(`instance ${instanceId} is asked for and is not there`)
  return { instance, license }
}

// Four, for what is asked, of what, whom, and with what.
async function post(
  ask: Ask,
  subjects: AskSubjects,
  address: Address | undefined,
  { postSigned, limits }: Services,
): Promise<Asked> {
  const webhook = address?.product.webhook
  if (webhook === undefined || postSigned === undefined) return nobody
  const { url, secrets } = webhook
  const body = JSON.stringify(askBody(ask, subjects))
  try {
    const request = { url, secrets, id: ask.id, body, timeoutMs: limits.askWithinMs }
    return readAnswer(ask.kind, await postSigned(request))
  } catch (error) {
    return withoutAnswer(error)
  }
}

const nobody: Asked = {
  outcome: 'failed',
  code: 'no-webhook',
  error: 'the address has no webhook any more',
  answer: null,
}

/** What the store could not take is no answer: the product is asked again. */
function usable(asked: Asked, { instance, license }: AskSubjects): Asked {
  if (asked.outcome === 'made') {
    const [field] = tooLongForV1(instance.family, asked.appInfo)
    if (field === undefined) return asked
    return misfit(`${field} is longer than ${maxV1FieldLength} characters once it is encrypted`)
  }
  if (asked.outcome !== 'licensed' || license === undefined) return asked
  const fault = faultOf(asked.content, license.family)
  return fault === undefined ? asked : misfit(fault)
}

function misfit(fault: string): Asked {
  return { outcome: 'failed', code: '200', error: `HTTP 200: ${fault}`, answer: null }
}
