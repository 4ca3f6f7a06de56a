import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Spoil } from '../../exchange.ts'
import { tokenInQuery } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { signV1 } from '../../../simulator/calls/sign-v1.ts'

export const rule = {
  id: 'signing/raw-plus',
  generations: tokenInQuery,
  severity: 'error',
  source: {
    ...documents.tokenV1,
    note: {
      en: 'The samples of the documents print the token both encoded and as it is.',
      zh: '文档示例中的 authToken 既有编码的，也有未编码的。',
    },
  },
  title: {
    en: 'Accepts an authToken whose plus signs are not percent-encoded.',
    zh: '接受加号未作百分号编码的 authToken。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'A form decoder makes a blank of "+": put the plus signs back into authToken before you compare it.',
    zh: '表单解码会把“+”变成空格：比较之前先把 authToken 中的空格还原为“+”。',
  },
  async judge(seller) {
    await plainCall(seller)
    const members = seller.valid(seller.plain)
    return mustAccept(seller, {
      what: { en: 'A token with its plus signs as they are', zh: '加号未编码的 authToken' },
      members,
      spoil: rawToken(seller.key, members),
    })
  },
} satisfies Rule

// About half of all tokens have a plus sign; an id more or less makes another token.
function rawToken(key: string, members: object): Spoil {
  return ({ url }) => {
    for (let attempt = 0; ; attempt += 1) {
      const made = signV1(bare(url), key, { ...members, businessId: `KOOGATE-CONFORM-${attempt}` })
      const token = made.url.searchParams.get('authToken') ?? ''
      if (!token.includes('+')) continue
      const raw = encodeURIComponent(token).replaceAll('%2B', '+')
      made.url.search = made.url.search.replace(/authToken=[^&]*/, `authToken=${raw}`)
      return made
    }
  }
}

function bare(url: URL): URL {
  const address = new URL(url)
  address.search = ''
  return address
}
