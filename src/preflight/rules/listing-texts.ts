import { type PreflightRule, type Problem, needs, problem, told } from '../rule.ts'
import { sources } from '../sources.ts'
import { eachSpec, specPath } from './charging.ts'
import { phone, superlative } from './words.ts'

const version = /v?\d+\.\d+/i

/** What a listing says (商品发布信息填写规范). */
export const listingTextRules: readonly PreflightRule[] = [
  {
    id: 'LST-2',
    severity: 'error',
    source: sources.release,
    title: {
      en: 'The name says what the product is, without price, version, phone or praise, and as its copyright has it',
      zh: '商品名称与内容一致，不含价格、版本、电话、夸大词，并与软件著作权一致',
    },
    judge({ draft: { product } }) {
      const { name, copyright, kind } = product
      const path = ['product', 'name']
      const found: (Problem | undefined)[] = [
        version.test(name) ? problem(path, 'It holds a version.', '包含版本号。') : undefined,
        phone.test(name) ? problem(path, 'It holds a phone number.', '包含电话号码。') : undefined,
        /¥|¥|元\/|免费/.test(name)
          ? problem(path, 'It holds a price.', '包含价格信息。')
          : undefined,
        superlative.test(name) ? problem(path, 'It praises itself.', '包含夸大用语。') : undefined,
        /huawei cloud .*solution|华为云.*解决方案/i.test(name)
          ? problem(
              path,
              'It calls itself a solution of Huawei Cloud.',
              '不得命名为“华为云XXX解决方案”。',
            )
          : undefined,
        (kind === 'SaaS' || kind === 'License') && copyright && !agrees(name, copyright.name)
          ? problem(
              path,
              `The certificate says ${copyright.name}.`,
              `软件著作权证书上的名称为 ${copyright.name}。`,
            )
          : undefined,
      ]
      return found.filter((one) => one !== undefined)
    },
  },
  {
    id: 'LST-3',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'Products of one content are told apart by their names',
      zh: '同内容的多种形态按规则命名',
    },
    appliesTo: ({ product: { siblings } }) => siblings !== undefined && siblings.length > 0,
    judge({ draft: { product } }) {
      const { kind, name, siblings = [] } = product
      const ending = { SaaS: 'SaaS版', License: '独立部署' }[kind as string]
      const isBeside = siblings.some((other) => other.kind !== kind && other.kind !== 'service')
      if (ending === undefined || !isBeside || name.endsWith(ending)) return []
      return [problem(['product', 'name'], `Name it "...${ending}".`, `请命名为“XXX${ending}”。`)]
    },
  },
  {
    id: 'LST-4',
    severity: 'error',
    source: sources.release,
    title: { en: 'The version reads as V1.0', zh: '版本号形如 V1.0' },
    judge: ({ draft: { product } }) =>
      told(
        product.version,
        'product.version',
        (value) =>
          !/^V[1-9]\d*\.\d+(\.\d+)*$/.test(value) &&
          problem(
            ['product', 'version'],
            `${value} does not read as V1.0.`,
            `${value} 不是 V1.0 这样的版本号。`,
          ),
      ),
  },
  {
    id: 'LST-8',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'A specification has a name of at most 50 characters that says more than a unit',
      zh: '规格名称不超过 50 个字符，且不只是单位或序号',
    },
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ name }, at) => {
        const path = specPath(at, 'name')
        const bare = /^(\d*(年|月|日|天|套|次|个|年版|月版)|规格\s*\d*|spec\s*\d*)$/i.test(
          name.trim(),
        )
        return [
          ...(Array.from(name).length > 50
            ? [problem(path, 'It has over 50 characters.', '超过 50 个字符。')]
            : []),
          ...(bare
            ? [
                problem(
                  path,
                  `${name} says nothing of the specification.`,
                  `“${name}”不能说明规格内容。`,
                ),
              ]
            : []),
          ...(phone.test(name)
            ? [problem(path, 'It holds a phone number.', '包含电话号码。')]
            : []),
        ]
      }),
  },
  {
    id: 'LST-10',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'Service and support names content, hours, phone and mailbox',
      zh: '服务与支持写明内容、时间、电话、邮箱',
    },
    judge: ({ draft: { product } }) =>
      product.support === undefined
        ? needs('product.support')
        : (['content', 'hours', 'phone', 'email'] as const)
            .filter((one) => !product.support?.[one]?.trim())
            .map((one) =>
              problem(['product', 'support', one], `${one} is missing.`, `缺少 ${one}。`),
            ),
  },
  {
    id: 'LST-13',
    severity: 'error',
    source: sources.listing,
    title: { en: 'A general product takes the standard revenue share', zh: '通用商品选择标准分成' },
    appliesTo: ({ product }) => product.jointOperation !== true,
    judge: ({ draft: { product } }) =>
      told(
        product.revenueShare,
        'product.revenueShare',
        (value) =>
          value !== 'standard' &&
          problem(['product', 'revenueShare'], 'Choose 标准分成.', '请选择标准分成。'),
      ),
  },
]

// A copyright says more than the name (…软件 V1.0), or less.
function agrees(name: string, copyright: string): boolean {
  const plain = (value: string) =>
    value.replace(/软件|系统|平台|SaaS版|独立部署|v?\d+(\.\d+)*|[\s\p{P}]/giu, '').toLowerCase()
  const [one, other] = [plain(name), plain(copyright)]
  return one.includes(other) || other.includes(one)
}
