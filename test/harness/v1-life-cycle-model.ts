// The rules of V1 once more, from the text of the design and as plainly as possible; it shares
// nothing with the service. It reads calls as they stand on the wire.

import {
  type Circumstances,
  type Expected,
  type Modelled,
  type Provisioning,
  count,
  isTest,
  phaseAfter,
  rulesOf,
  unknown,
} from './modelled-instances.ts'

export type Members = Readonly<Record<string, string>>

export interface ModelledV1 extends Modelled {
  hasAddress: boolean
  frozen: boolean
  trial: boolean
  expireTime: number | null
  acceptanceTime: number | null
  productId: string
  /** The order of the purchase is the latest that was applied. */
  isPurchaseLatest: boolean
}

export type ModelV1 = ReturnType<typeof createV1Model>

export function createV1Model() {
  const instances = new Map<string, ModelledV1>()
  const bought = new Map<string, string>()
  const { change, applyOnce, release, query, firstFree, complete } = rulesOf(instances)

  function take(call: Members, circumstances: Circumstances): Expected {
    switch (call['activity']) {
      case 'newInstance':
        return buy(call, circumstances)
      case 'refreshInstance':
        return applyOnce(call, ['orderId'], (instance) =>
          refresh(instance, call, circumstances.now),
        )
      case 'upgrade':
        return applyOnce(call, ['orderId'], (instance) => upgrade(instance, call))
      case 'expireInstance':
        return change(call, (instance) => setFrozen(instance, true))
      case 'instanceStatus':
        return change(call, (instance) => setFrozen(instance, call['instanceStatus'] === 'FREEZE'))
      case 'releaseInstance':
        return release(call)
      default:
        return query(call)
    }
  }

  function buy(call: Members, { provisioning, madeId }: Circumstances): Expected {
    const key = purchaseKey(call)
    const known = instances.get(bought.get(key) ?? '')
    const instance = known ?? make(call, madeId)
    bought.set(key, instance.id)
    takeAcceptance(instance, call)
    if (instance.phase === 'provisioning' || instance.phase === 'failed') {
      provision(instance, instance.test ? 'ready' : provisioning)
    }
    return presentState(instance)
  }

  function make(call: Members, madeId: string | undefined): ModelledV1 {
    const instance: ModelledV1 = {
      id: firstFree(String(call['businessId']), madeId),
      test: isTest(call),
      phase: 'provisioning',
      hasAddress: false,
      frozen: false,
      trial: call['trialFlag'] === '1',
      expireTime: timeOf(call['expireTime']),
      acceptanceTime: null,
      productId: String(call['productId']),
      isPurchaseLatest: true,
      changes: new Map(),
    }
    instances.set(instance.id, instance)
    count(instance, 'created')
    return instance
  }

  return {
    instances: instances as ReadonlyMap<string, ModelledV1>,
    take,
    boughtId: (call: Members) => bought.get(purchaseKey(call)),
    complete: (id: string) => complete(id, (instance) => provision(instance, 'ready')),
  }
}

function purchaseKey(call: Members): string {
  const isPayPerUse = call['chargingMode'] === '0' || call['chargingMode'] === '5'
  return JSON.stringify([isTest(call), call['orderId'], isPayPerUse ? call['productId'] : null])
}

function presentState({ id, phase, hasAddress, test }: ModelledV1): Expected {
  if (phase === 'failed') return { code: '000106' }
  if (phase === 'provisioning') return { code: '000004', instanceId: id }
  return hasAddress || test ? { code: '000000', instanceId: id } : unknown
}

function takeAcceptance(instance: ModelledV1, call: Members): void {
  const time = timeOf(call['acceptanceTime'])
  if (time === null || time === instance.acceptanceTime || instance.phase === 'released') return
  instance.acceptanceTime = time
  if (instance.isPurchaseLatest) {
    instance.expireTime = timeOf(call['expireTime']) ?? instance.expireTime
  }
  count(instance, 'accepted')
}

function provision(instance: ModelledV1, provisioning: Provisioning): void {
  if (provisioning === 'ready') {
    if (instance.phase !== 'ready') count(instance, 'activated')
    instance.hasAddress = true
  }
  if (provisioning === 'refused') count(instance, 'failed')
  instance.phase = phaseAfter[provisioning]
}

function setFrozen(instance: ModelledV1, frozen: boolean): void {
  if (instance.frozen === frozen) return
  instance.frozen = frozen
  count(instance, frozen ? 'frozen' : 'unfrozen')
}

// A cancelled renewal (a negative amount) is none, and one that has expired itself unfreezes nothing.
function refresh(instance: ModelledV1, call: Members, now: number): void {
  instance.expireTime = timeOf(call['expireTime'])
  instance.productId = call['productId'] ?? instance.productId
  instance.isPurchaseLatest = false
  if (call['trialToFormal'] === '1') instance.trial = false
  count(instance, 'refreshed')
  const isCancelled = (call['orderAmount'] ?? '').startsWith('-')
  if (!isCancelled && (instance.expireTime ?? 0) > now) setFrozen(instance, false)
}

function upgrade(instance: ModelledV1, call: Members): void {
  instance.productId = String(call['productId'])
  instance.isPurchaseLatest = false
  count(instance, 'upgraded')
}

/** Milliseconds of a time written yyyyMMddHHmmss, with or without SSS, in Beijing. */
function timeOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const part = (from: number, to: number) => Number(text.slice(from, to))
  const [year, month, day] = [part(0, 4), part(4, 6), part(6, 8)]
  return Date.UTC(year, month - 1, day, part(8, 10) - 8, part(10, 12), part(12, 14), part(14, 17))
}
