import { endpointOf } from '../../../simulator/calls/endpoints.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { isDone } from '../../life/outcome.ts'
import { refusesStrangers } from '../../refusals.ts'
import { breach, type Breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'keys/of-another-type',
  generations: stamped,
  severity: 'warning',
  source: {
    ...documents.debugging,
    note: {
      en: 'That a key is bound to one interface type is documented; that the others have to refuse it is inferred.',
      zh: '密钥只绑定一种接口类型有文档说明；其他接口必须拒绝该密钥为推断。',
    },
  },
  needs: ['twoKeys'],
  title: {
    en: 'Refuses a call that is signed with the key of another interface type.',
    zh: '拒绝用其他接口类型的密钥签名的调用。',
  },
  consequence: {
    en: 'The store binds one key to one interface type. Whoever learns one of your keys can then call all your interfaces, and a key that was withdrawn from one type still opens it.',
    zh: '云商店的一个密钥只绑定一种接口类型。若混用，泄露任一密钥就能调用全部接口，已从某类型解绑的密钥仍然有效。',
  },
  mend: {
    en: 'Verify each interface with the key of its own type: basic, kit, license code and order notification have one each.',
    zh: '按接口类型使用各自的密钥验签：基础接口、联营SaaS同步接口、License授权码交付接口、通用接口各一个。',
  },
  async judge(seller) {
    await refusesStrangers(seller)
    const own = endpointOf(seller.generation).keyType
    const others = Object.entries(seller.keys).filter(
      ([type, key]) => type !== own && key !== seller.key,
    )
    const breaches: Breach[] = []
    for (const [type, key] of others) {
      const stranger = seller.withKey(key)
      const made = await stranger.call(seller.plain, stranger.valid(seller.plain))
      const message = {
        en: `A ${made.activity} signed with the key of type ${type} was accepted.`,
        zh: `用 ${type} 类型密钥签名的 ${made.activity} 调用被接受。`,
      }
      if (isDone(made)) breaches.push(breach(message, made))
    }
    return breaches
  },
} satisfies Rule
