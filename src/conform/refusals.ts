import { randomBytes } from 'node:crypto'
import type { Exchange } from './exchange.ts'
import { isAccepted, plainCall } from './judging.ts'
import { breach, type Breach, CannotJudge, type Text } from './rule.ts'
import type { Seller } from './seller.ts'

/**
 * A call signed with another key, made to see that signatures are computed at all. Throws CannotJudge
 * where it is accepted: no other fault of verifying shows there.
 */
export async function refusesStrangers(seller: Seller): Promise<Exchange> {
  await plainCall(seller)
  const stranger = seller.withKey(randomBytes(16).toString('hex'))
  const made = await stranger.call(seller.plain, seller.valid(seller.plain))
  if (!isAccepted(made)) return made
  throw new CannotJudge({
    en: 'A call signed with any key is accepted (signing/wrong-key): what else is wrong does not show.',
    zh: '用任意密钥签名的调用都被接受（见 signing/wrong-key），无法判断其他问题。',
  })
}

/** A refusal to look at. Throws CannotJudge for a seller who does not answer it, or who accepts it. */
export async function refusedCall(seller: Seller): Promise<Exchange> {
  const made = await refusesStrangers(seller)
  if (made.http.kind === 'answer') return made
  throw new CannotJudge({
    en: 'A call signed with another key gets no answer, so there is no refusal to look at.',
    zh: '用其他密钥签名的调用没有得到应答，没有拒绝应答可供检查。',
  })
}

/** The breach that a refusal shows, if it shows one. */
export async function refusalShows(
  seller: Seller,
  find: (made: Exchange) => Text | undefined,
): Promise<readonly Breach[]> {
  const made = await refusedCall(seller)
  const message = find(made)
  return message === undefined ? [] : [breach(message, made)]
}
