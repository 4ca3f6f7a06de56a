import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { findLicense } from '../../db/license/licenses.ts'
import { answer, success } from '../../domain/answer.ts'
import { withNote } from '../../domain/instance/plan.ts'
import { type ExtendParam, readExtendParams } from '../../domain/order/extend-params.ts'
import { wholeNumber } from '../../domain/order/number-v1.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type Provisioned, provision, purchase } from '../../domain/instance/life-cycle.ts'
import {
  type License,
  type LicenseResult,
  completed,
  newLicense,
} from '../../domain/license/license.ts'
import { type Call, originOf } from '../call.ts'
import type { AnswerOf, Handler } from '../handler.ts'
import { purchaseEvents } from '../instance-events.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import { type IssueInput, issueWithTimeout } from '../licensing/issue-with-timeout.ts'
import { calledHere, movedHere } from '../instance-access.ts'
import { newInstanceId } from '../new-instance-id.ts'
import { isPlain } from '../../ports/licensing.ts'
import type { Services } from '../services.ts'
import { timeField, unreadSentence } from '../v1-fields.ts'
import { buyerOf, orderOf, toldOf } from './order-of.ts'

type GetLicense = SellerSchemas['GetLicenseB']

/** An instance of License 1.0 and its license, which live and change together. */
interface Bought {
  readonly instance: Instance
  readonly license: License
}

/**
 * Makes the license of an order once and answers with it; a repeat gets the same one. License 1.0
 * has no asynchronous answer: what is not made in time is 000004, which the store counts as a
 * failure and calls again, hourly for three hours, and then finds it.
 */
export const getLicense: Handler<'licenseB', 'getLicense'> = async (call, services) => {
  const scope = { ...originOf(call), family: 'license-b' } as const
  const licenseId = licenseIdOf(scope, [call.body.orderId], services.vault)
  const { params } = readExtendParams(call.body.saasExtendParams)
  const known = await findBought(licenseId, services)
  if (known !== undefined && isSettled(known.license)) {
    const moved = [movedHere(known.instance, call)]
    return { answer: presentState(known), licenseId, moved }
  }
  const bought = known === undefined ? buy(call, licenseId, params) : atAddress(known, call)
  const input = issueInputOf(call, bought)
  const { result, afterCommit } = await issueWithTimeout(input, call, services)
  const later = afterCommit && { afterCommit }
  const isSame = known?.license.phase === 'provisioning' && result.outcome === 'pending'
  if (isSame) return { answer: presentState(known), licenseId, ...later }
  const next = toldIfPlain(withResult(bought, result, services.now()), input)
  const events = purchaseEvents(known === undefined, next.instance)
  const changes = { ...next, answer: presentState(next), events, ...later }
  if (known !== undefined) return changes
  return {
    ...changes,
    order: orderOf(call, params, services),
  }
}

async function findBought(licenseId: string, { db, vault }: Services): Promise<Bought | undefined> {
  const license = await findLicense(db, vault, licenseId)
  if (license === undefined) return undefined
  const instance = await findInstance(db, vault, license.instanceId ?? '')
  if (instance === undefined) throw new Error(`license ${licenseId} has no instance`)
  return { license, instance }
}

function atAddress({ instance, license }: Bought, call: Call<GetLicense>): Bought {
  const { name: address } = call.address
  return { instance: calledHere(instance, call), license: { ...license, address } }
}

function isSettled({ phase }: License): boolean {
  return phase === 'ready' || phase === 'released'
}

function buy(call: Call<GetLicense>, licenseId: string, params: readonly ExtendParam[]): Bought {
  const { businessId, orderId, productId, expireTime } = call.body
  const { now } = call
  const instanceId = newInstanceId(call)
  const sold = {
    ...originOf(call),
    family: 'license-b',
    orderId,
    instanceId,
    expireTime: expireTime === undefined ? null : timeField('expireTime', expireTime),
  } as const
  const instance = purchase(
    {
      ...sold,
      businessId,
      orderLineId: '',
      buyer: buyerOf(call.body),
      told: toldOf(call.body, params),
    },
    now,
  )
  const attention = unreadIn(call.body)
  return {
    instance: attention === undefined ? instance : withNote(instance, attention),
    license: newLicense(
      { ...sold, productId, licenseId, madeFor: identificationCodeIn(params) },
      now,
    ),
  }
}

// None of it is a reason to refuse an order: an operator is told.
function unreadIn(body: GetLicense): string | undefined {
  return unreadSentence(body, {
    saasExtendParams: readExtendParams(body.saasExtendParams).isWhole || undefined,
    amount: wholeNumber(body.amount),
    periodNumber: wholeNumber(body.periodNumber),
  })
}

function withResult({ instance, license }: Bought, result: LicenseResult, now: Date): Bought {
  return {
    instance: provision(instance, provisionedBy(result), now),
    license: completed(license, result, now),
  }
}

// The store waits for no hand here, so the buyer has a text that proves nothing until one is chosen.
function toldIfPlain({ instance, license }: Bought, { request }: IssueInput): Bought {
  const { content, orderId } = license
  const isTold = !request.test && content !== null && 'text' in content && isPlain(content, request)
  const note = `order ${orderId ?? ''}: its license is a plain text, since no template is set`
  return { instance: isTold ? withNote(instance, note) : instance, license }
}

function provisionedBy(result: LicenseResult): Provisioned {
  return result.outcome === 'ready' ? { outcome: 'ready', appInfo: null } : result
}

function presentState({ license, instance: { instanceId } }: Bought): AnswerOf<'licenseB'> {
  const { phase, failure, content } = license
  if (content !== null && 'text' in content) return success({ license: content.text, instanceId })
  if (phase === 'provisioning') return answer('000004', 'the license is being issued')
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return answer('000003', 'the license was released before it was issued')
}

function issueInputOf({ test }: Call<GetLicense>, { instance, license }: Bought): IssueInput {
  const { instanceId, frozen, orderId, productId, expireTime } = instance
  return {
    licenseId: license.licenseId,
    request: {
      family: 'license-b',
      test,
      instanceId,
      frozen,
      orderId,
      productId,
      eventId: null,
      deviceFingerprint: null,
      identificationCode: license.madeFor,
      effectiveTime: null,
      expireTime,
    },
  }
}

function identificationCodeIn(params: readonly ExtendParam[]): string | null {
  return params.find(({ name }) => name === 'identificationCode')?.value ?? null
}
