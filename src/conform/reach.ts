import type { Exchange } from './exchange.ts'
import type { Reached } from './judgement.ts'
import {
  clockFinding,
  htmlFinding,
  redirectFinding,
  refusedFinding,
  silenceFinding,
} from './reach-texts.ts'
import type { Seller } from './seller.ts'
import { unreachableFinding } from './unreachable.ts'

/** What came of the first call, and the calls that show it. */
export type Found = Pick<Reached, 'state' | 'finding' | 'mend' | 'exchanges'>

// 000001 is the code of a wrong signature, 000002 that of a stale timestamp among others.
const refusals = ['000001', '000002']

/**
 * Makes one signed call, and a second one of another kind only if the first was refused: a seller who
 * refuses both has another key, and nothing else about it can be judged.
 */
export async function reach(seller: Seller): Promise<Found> {
  const first = await seller.call(seller.plain, seller.valid(seller.plain))
  const { http } = first
  const exchanges = [first]
  if (http.kind === 'unreachable')
    return { state: 'unreachable', ...unreachableFinding(http.reason), exchanges }
  if (http.kind === 'silence')
    return { state: 'unreachable', ...silenceFinding(seller.limits.debugMs), exchanges }
  if (http.status >= 300 && http.status < 400)
    return { state: 'unreachable', ...redirectFinding(http), exchanges }
  if (isHtml(http)) return { state: 'unreachable', ...htmlFinding(http.status), exchanges }
  if (!isRefusal(first)) return { state: 'reached', exchanges }
  const second = await seller.call(...another(seller))
  if (!isRefusal(second)) return { state: 'reached', exchanges }
  const finding = clockFinding(first) ?? refusedFinding(first)
  return { state: 'refused', ...finding, exchanges: [first, second] }
}

function isHtml({ contentType, text }: { contentType: string; text: string }): boolean {
  return /\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)
}

function isRefusal({ http, answer }: Exchange): boolean {
  if (http.kind !== 'answer') return false
  if (answer.resultCode !== undefined) return refusals.includes(answer.resultCode)
  return http.status === 401 || http.status === 403
}

const seconds = {
  saasV2: 'queryInstance',
  saasV1: 'queryInstance',
  licenseA: 'queryInstance',
  licenseB: 'expireLicense',
  licenseC: 'updateLicenseCodeStatus',
  orders: 'orderNotify',
  kitV2: 'singleOrgSync',
  kitV1: 'singleOrgSync',
} as const

function another(seller: Seller) {
  const activity = seconds[seller.generation]
  return [activity, seller.valid(activity)] as const
}
