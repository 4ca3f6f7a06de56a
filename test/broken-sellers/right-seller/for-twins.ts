import { setTimeout as pause } from 'node:timers/promises'
import type { Generation } from '../../../src/simulator/calls/calls.ts'
import { parseObject } from './parse.ts'
import type { Call, Parts, Received, Seller } from './parts.ts'
import { right } from './right.ts'
import { readQuery } from './verify.ts'

/** What several twins get wrong in the same place. */

/** A fault that is caught nowhere: the connection breaks off. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/** Lets a Crash through that the right seller would answer. */
export const crashes: Pick<Parts, 'answerTo'> = {
  answerTo(error) {
    if (error instanceof Crash) throw error
    return right.answerTo(error)
  },
}

// One activity of each generation that few rules are about: what breaks there hides little else.
const aside: Readonly<Record<Generation, string>> = {
  saasV2: 'updateInstanceStatus',
  saasV1: 'expireInstance',
  licenseA: 'updateInstanceStatus',
  licenseB: 'expireLicense',
  licenseC: 'updateLicenseCodeStatus',
  orders: 'orderNotify',
  kitV2: 'singleOrgSync',
  kitV1: 'singleOrgSync',
}

/** True for a call of the one activity of its generation at which a twin goes wrong. */
export function isAside({ generation, activity }: Call): boolean {
  return aside[generation] === activity
}

/** Carries those calls out after a while, all others at once. */
export function slowAside(milliseconds: number): Pick<Parts, 'perform'> {
  return {
    async perform(call, seller) {
      if (isAside(call)) await pause(milliseconds)
      return right.perform(call, seller)
    },
  }
}

/** True for V1, whose calls carry an authToken. */
export const isV1 = ({ generation }: Received) =>
  ['saasV1', 'licenseB', 'kitV1'].includes(generation)

/** The signature as it came; undefined where there is none. */
export function signatureIn(received: Received): string | undefined {
  const { generation, query, headers } = received
  if (generation === 'kitV2') return headers['x-sign']?.toString()
  if (generation === 'kitV1') return headers['authtoken']?.toString()
  return readQuery(query)[isV1(received) ? 'authToken' : 'signature']
}

/** The first key of the interface, which a twin takes a call to be signed with. */
export function firstKey({ generation }: Received, seller: Seller): string {
  return seller.does.acceptedKeys(generation, seller)[0] ?? ''
}

/** Verifies a call, and takes one that does not hold all the same if `isTaken`. */
export function lenient(
  isTaken: (received: Received, seller: Seller) => boolean,
): Pick<Parts, 'verify'> {
  return {
    verify(received, seller) {
      try {
        return right.verify(received, seller)
      } catch (error) {
        if (isTaken(received, seller)) return firstKey(received, seller)
        throw error
      }
    },
  }
}

/** The authToken of V1 that a call should have. */
export function tokenOf(received: Received, seller: Seller): string {
  const { does } = seller
  const { authToken: _, ...parameters } =
    received.generation === 'kitV1' ? parseObject(received.rawBody) : readQuery(received.query)
  const text =
    received.generation === 'kitV1' ? does.v1BodyText(parameters) : does.v1QueryText(parameters)
  return does.signV1(firstKey(received, seller), String(parameters['timeStamp']), text)
}

/** The fields that the documents name, of all generations. */
export const documentedFields: ReadonlySet<string> = new Set(
  `activity orderId orderLineId businessId testFlag instanceId scene productId expireTime status
  productInfo license eventId effectiveTime deviceFingerprint authToken timeStamp customerId
  customerName userId userName mobilePhone email skuCode trialFlag chargingMode saasExtendParams
  amount diskSize bandWidth periodType periodNumber orderAmount provisionType acceptanceTime
  startTime trialToFormal instanceStatus tenantId tenantCode name domainName flag appId clientId
  clientSecret userList currentSyncTime orgCode orgName parentCode orgInfo orgInfoList`.split(
    /\s+/,
  ),
)
