import { createPublicKey } from 'node:crypto'
import { type PreflightRule, needs, problem, told } from '../rule.ts'
import { inferred, sources } from '../sources.ts'

const isJoint: PreflightRule['appliesTo'] = ({ product, credential }) =>
  credential !== undefined || (product.kind === 'SaaS' && product.jointOperation === true)

/** The application credential (应用凭证) of a product of joint operation. */
export const credentialRules: readonly PreflightRule[] = [
  {
    id: 'CRED-1',
    severity: 'error',
    source: sources.credential,
    title: {
      en: 'Name, authentication, address, public key and kind of login address are given',
      zh: '填写应用名称、鉴权方式、生产地址、公钥与登录地址类型',
    },
    appliesTo: isJoint,
    judge: ({ draft: { credential } }) =>
      credential === undefined
        ? needs('credential')
        : (['name', 'authentication', 'address', 'publicKey', 'loginAddressType'] as const)
            .filter((one) => !credential[one])
            .map((one) => problem(['credential', one], `${one} is missing.`, `缺少 ${one}。`)),
  },
  {
    id: 'CRED-2',
    severity: 'error',
    source: sources.credential,
    title: { en: 'OAuth2.0 has a callback address', zh: 'OAuth2.0 须填写回调地址' },
    appliesTo: ({ credential }) => credential?.authentication === 'OAuth2.0',
    judge: ({ draft: { credential } }) =>
      URL.parse(credential?.callback ?? '') === null
        ? [
            problem(
              ['credential', 'callback'],
              'Give the address of the callback.',
              '请填写回调地址。',
            ),
          ]
        : [],
  },
  {
    id: 'CRED-3',
    severity: 'error',
    source: sources.credential,
    title: { en: 'A login address of one domain for all is given', zh: '共享域名须填写登录地址' },
    appliesTo: ({ credential }) => credential?.loginAddressType !== undefined,
    judge: ({ draft: { credential } }) =>
      URL.parse(credential?.loginUrl ?? '') === null
        ? [problem(['credential', 'loginUrl'], 'Give the login address.', '请填写应用登录地址。')]
        : [],
  },
  {
    id: 'CRED-4',
    severity: 'error',
    source: sources.credential,
    title: {
      en: 'Binding several instances is never taken back',
      zh: '“支持多实例绑定”选“是”后不能改回',
    },
    appliesTo: ({ credential }) => credential?.multipleInstancesBefore === true,
    judge: ({ draft: { credential } }) =>
      told(
        credential?.multipleInstances,
        'credential.multipleInstances',
        (value) =>
          !value &&
          problem(
            ['credential', 'multipleInstances'],
            'It was yes and stays so.',
            '已选“是”，不能改为“否”。',
          ),
      ),
  },
  {
    id: 'CRED-5',
    severity: 'error',
    source: sources.credential,
    title: {
      en: 'The public key is RSA of 3072 bits or more, with OAEP',
      zh: '公钥为 3072 位及以上 RSA，使用 OAEP 填充',
    },
    appliesTo: isJoint,
    judge({ draft: { credential }, file }) {
      const name = credential?.publicKey
      if (name === undefined) return needs('credential.publicKey')
      const path = ['credential', 'publicKey']
      const facts = file(name)
      if (facts === undefined)
        return [problem(path, `There is no file ${name}.`, `文件 ${name} 不存在。`)]
      const key = keyFacts(facts.text())
      if (typeof key === 'string')
        return [problem(path, `${name} ${key}.`, `${name} 不是可用的公钥。`)]
      return [
        ...(key.isPrivate
          ? [
              problem(
                path,
                'It is a private key, which never leaves you: paste the public one.',
                '这是私钥，请勿外传，应填写公钥。',
              ),
            ]
          : []),
        ...(key.bits < 3072
          ? [problem(path, `${key.bits} bits are under 3072.`, `${key.bits} 位，低于 3072 位。`)]
          : []),
        ...(credential?.padding === 'PKCS1'
          ? [
              problem(
                ['credential', 'padding'],
                'The store encrypts with OAEP.',
                '云商店使用 OAEP 填充。',
              ),
            ]
          : []),
      ]
    },
  },
  {
    id: 'CRED-8',
    severity: 'error',
    source: sources.credential,
    title: {
      en: 'What is published has a credential of the production address',
      zh: '发布商品须使用生产地址的正式凭证',
    },
    appliesTo: isJoint,
    judge({ draft: { credential, saas } }) {
      if (credential?.environment === undefined) return needs('credential.environment')
      if (credential.environment === 'test') {
        return [
          problem(
            ['credential', 'environment'],
            'Make one with the production address, and debug with it again.',
            '请用生产地址重新申请正式凭证并重新调试。',
          ),
        ]
      }
      const isOther =
        credential.address !== undefined &&
        saas?.address !== undefined &&
        originOf(credential.address) !== originOf(saas.address)
      return isOther
        ? [
            problem(
              ['credential', 'address'],
              'It is not the production address of the product.',
              '与商品的生产地址不一致。',
            ),
          ]
        : []
    },
  },
  {
    id: 'CRED-10',
    severity: 'error',
    source: inferred(sources.credentialChange),
    title: { en: 'An application is bound to one product', zh: '一个应用只能关联一个商品' },
    appliesTo: isJoint,
    judge: ({ draft: { credential, product } }) =>
      told(credential?.products, 'credential.products', (products) => {
        const at = products.findIndex((one) => one !== product.name)
        return (
          at !== -1 &&
          problem(
            ['credential', 'products', at],
            `It is bound to ${products[at]}; that can never be replaced.`,
            `已关联 ${products[at]}，关联后不可更换。`,
          )
        )
      }),
  },
]

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? address
}

function keyFacts(pem: string): { readonly bits: number; readonly isPrivate: boolean } | string {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType !== 'rsa') return `is of ${String(key.asymmetricKeyType)}, not RSA`
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    return { bits, isPrivate: /PRIVATE KEY/.test(pem) }
  } catch {
    return 'is no key in PEM'
  }
}
