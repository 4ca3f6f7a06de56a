import { type Need, needs, type Rule, type Text } from './rule.ts'

/** What a rule may need, and how it is given. */
export const needTexts: Readonly<Record<Need, Text>> = {
  full: {
    en: 'real calls, not test calls: --full --i-own-this-server',
    zh: '真实调用（而非测试调用）：--full --i-own-this-server',
  },
  orderQuery: {
    en: 'that the seller asks our store about orders: --full with --store-port, and the open-API address of the seller set to it',
    zh: '商家向本工具的模拟云商店查询订单：--full 加 --store-port，并把商家的开放接口地址改为它',
  },
  publicKey: {
    en: 'the public key that the seller pasted into the console: --public-key FILE',
    zh: '商家在控制台填写的公钥：--public-key 文件',
  },
  twoKeys: {
    en: 'the keys of two interface types: give --key twice',
    zh: '两种接口类型的密钥：两次使用 --key',
  },
  formerKeys: {
    en: 'the former key, behind the present one and a comma, in the file of the keys or in KOOGATE_BASIC_KEY and its like',
    zh: '旧密钥：在密钥文件或 KOOGATE_BASIC_KEY 等环境变量中写在新密钥之后，以逗号分隔',
  },
  https: {
    en: 'an address that begins with https://',
    zh: '以 https:// 开头的地址',
  },
}

/** What a rule needs and the run has not got. */
export function lacking({ needs: wanted = [] }: Rule, has: ReadonlySet<Need>): readonly Need[] {
  return needs.filter((need) => wanted.includes(need) && !has.has(need))
}

/** Says what is lacking. */
export function lackText(lack: readonly Need[]): Text {
  const en = lack.map((need) => needTexts[need].en).join('; ')
  const zh = lack.map((need) => needTexts[need].zh).join('；')
  return { en: `Needs ${en}.`, zh: `需要：${zh}。` }
}
