import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { findLicense } from '../../db/license/licenses.ts'
import { answer, success } from '../../domain/answer.ts'
import { withNote } from '../../domain/instance/plan.ts'
import { type ExtendParam, readExtendParams } from '../../domain/order/extend-params.ts'
import { wholeNumber } from '../../domain/order/number-v1.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type Provisioned, next, provision, purchase } from '../../domain/instance/life-cycle.ts'
import {
  type License,
  type LicenseResult,
  completed,
  newLicense,
} from '../../domain/license/license.ts'
import { issueByAsk } from '../asks/license-by-ask.ts'
import { isAsked } from '../asks/open-ask.ts'
import { type Call, originOf, purchaseKeyOf } from '../call.ts'
import type { AnswerOf, CallResult, Handler } from '../handler.ts'
import { purchaseEvents } from '../instance-events.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import { type IssueInput, issueWithTimeout } from '../licensing/issue-with-timeout.ts'
import { calledHere, movedHere } from '../instance-access.ts'
import { newInstanceId } from '../new-instance-id.ts'
import { type LicenseRequest, isPlain } from '../../ports/licensing.ts'
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
  const sold = known === undefined ? await findSold(call, services) : undefined
  if (sold?.phase === 'released') return { answer: released() }
  const bought =
    known === undefined ? buy(call, { licenseId, params, sold }) : atAddress(known, call)
  if (isAsked(call, services)) return issueAsked(bought, { known, params }, call, services)
  const input = issueInputOf(call, bought)
  const { result, afterCommit } = await issueWithTimeout(input, call, services)
  const later = afterCommit && { afterCommit }
  const isSame = known?.license.phase === 'provisioning' && result.outcome === 'pending'
  if (isSame) return { answer: presentState(known), licenseId, ...later }
  const after = withResult(bought, input, result, services.now())
  const before = { instance: known?.instance ?? sold, license: known?.license }
  const changes = { license: after.license, before, answer: presentState(after), ...later }
  if (isInUse(bought.instance)) {
    const isNoted = after.instance !== bought.instance
    if (isNoted) return { ...changes, instance: after.instance }
    return { ...changes, moved: [movedHere(sold ?? known?.instance, call)] }
  }
  const events = purchaseEvents(known === undefined, after.instance)
  return {
    ...changes,
    instance: after.instance,
    events,
    ...(known === undefined && { order: orderOf(call, params, services) }),
  }
}

/** The product is asked once the order is claimed; its license is in the answer if it comes in time. */
function issueAsked(
  { instance, license }: Bought,
  { known, params }: Known,
  call: Call<GetLicense>,
  services: Services,
): Promise<CallResult<AnswerOf<'licenseB'>>> {
  const present = (made: License) => presentState({ instance, license: made })
  const claimed = isInUse(instance)
    ? instance
    : provision(instance, { outcome: 'pending' }, call.now)
  const more = {
    ...(claimed !== instance && {
      instance: claimed,
      events: purchaseEvents(known === undefined, claimed),
    }),
    ...(known === undefined && { order: orderOf(call, params, services) }),
  }
  return issueByAsk({ license, instance: claimed, present, more }, call, services)
}

interface Known {
  readonly known: Bought | undefined
  readonly params: readonly ExtendParam[]
}

/** What was sold before Koogate: it has no license here until the store asks for it again. */
function findSold(call: Call<GetLicense>, { findPurchase }: Services) {
  const { orderId } = call.body
  return findPurchase(purchaseKeyOf(call, 'license-b', { orderId, orderLineId: '' }))
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

interface FirstLicense {
  readonly licenseId: string
  readonly params: readonly ExtendParam[]
  /** The instance, where it was sold before Koogate. */
  readonly sold: Instance | undefined
}

function buy(call: Call<GetLicense>, { licenseId, params, sold }: FirstLicense): Bought {
  const { orderId, productId } = call.body
  const instance = sold === undefined ? newInstance(call, params) : calledHere(sold, call)
  const { instanceId, expireTime } = instance
  const ids = { licenseId, instanceId, orderId, productId }
  const madeFor = identificationCodeIn(params)
  return {
    instance,
    license: newLicense(
      { ...originOf(call), family: 'license-b', ...ids, expireTime, madeFor },
      call.now,
    ),
  }
}

function newInstance(call: Call<GetLicense>, params: readonly ExtendParam[]): Instance {
  const { businessId, orderId, expireTime } = call.body
  const instance = purchase(
    {
      ...originOf(call),
      family: 'license-b',
      ...{ instanceId: newInstanceId(call), businessId, orderId, orderLineId: '' },
      expireTime: expireTime === undefined ? null : timeField('expireTime', expireTime),
      buyer: buyerOf(call.body),
      told: toldOf(call.body, params),
    },
    call.now,
  )
  const attention = unreadIn(call.body)
  return attention === undefined ? instance : withNote(instance, attention)
}

// None of it is a reason to refuse an order: an operator is told.
function unreadIn(body: GetLicense): string | undefined {
  return unreadSentence(body, {
    saasExtendParams: readExtendParams(body.saasExtendParams).isWhole || undefined,
    amount: wholeNumber(body.amount),
    periodNumber: wholeNumber(body.periodNumber),
  })
}

function isInUse({ phase }: Instance): boolean {
  return phase === 'ready'
}

// An instance that is in use, which an imported one is before it has a license, stays so.
function withResult(
  bought: Bought,
  { request }: IssueInput,
  result: LicenseResult,
  now: Date,
): Bought {
  const license = completed(bought.license, result, now)
  const instance = toldIfPlain(bought.instance, license, request)
  if (!isInUse(instance)) {
    return { instance: provision(instance, provisionedBy(result), now), license }
  }
  const isNoted = instance !== bought.instance
  return { instance: isNoted ? next(instance, now, {}) : instance, license }
}

// The store waits for no hand here, so the buyer has a text that proves nothing until one is chosen.
function toldIfPlain(
  instance: Instance,
  { content, orderId }: License,
  request: LicenseRequest,
): Instance {
  const isTold = !request.test && content !== null && 'text' in content && isPlain(content, request)
  if (!isTold) return instance
  return withNote(
    instance,
    `order ${orderId ?? ''}: its license is a plain text, since no template is set`,
  )
}

function provisionedBy(result: LicenseResult): Provisioned {
  return result.outcome === 'ready' ? { outcome: 'ready', appInfo: null } : result
}

function presentState({ license, instance: { instanceId } }: Bought): AnswerOf<'licenseB'> {
  const { phase, failure, content } = license
  if (content !== null && 'text' in content) return success({ license: content.text, instanceId })
  if (phase === 'provisioning') return answer('000004', 'the license is being issued')
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return released()
}

function released(): AnswerOf<'licenseB'> {
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
