import type { ChargingMode, ProductKind, Spec } from '../draft.ts'
import { type Path, type PreflightRule, type Problem, needs, problem } from '../rule.ts'
import { inferred, sources } from '../sources.ts'

interface Row {
  readonly kind: ProductKind
  readonly modes: readonly ChargingMode[]
  readonly taxType: 'hardware' | 'software' | 'service'
}

// 商品税率及计费模式; rows of other kinds were not found.
const table: readonly Row[] = [
  { kind: 'hardware', modes: ['one-time', 'per-piece'], taxType: 'hardware' },
  { kind: 'License', modes: ['one-time'], taxType: 'software' },
  { kind: 'License', modes: ['period'], taxType: 'service' },
  { kind: 'image', modes: ['on-demand', 'period'], taxType: 'service' },
  { kind: 'SaaS', modes: ['period', 'one-time', 'package', 'on-demand'], taxType: 'service' },
  {
    kind: 'API',
    modes: ['per-use-package', 'per-use', 'package', 'on-demand'],
    taxType: 'service',
  },
  { kind: 'AI', modes: ['per-use-package', 'per-use'], taxType: 'software' },
  { kind: 'data', modes: ['one-time'], taxType: 'software' },
  { kind: 'data', modes: ['period'], taxType: 'service' },
]

const rowsOf = (kind: ProductKind) => table.filter((row) => row.kind === kind)

/** The place of a specification, and below it. */
export function specPath(at: number, ...below: readonly (string | number)[]): Path {
  return ['product', 'specs', at, ...below]
}

/** Judges each specification; what it cannot be judged without where there is none. */
export function eachSpec(
  specs: readonly Spec[] | undefined,
  judge: (spec: Spec, at: number) => readonly Problem[],
) {
  return specs === undefined ? needs('product.specs') : specs.flatMap(judge)
}

/** What may be charged for what, and how. */
export const chargingRules: readonly PreflightRule[] = [
  {
    id: 'CHG-1',
    severity: 'error',
    source: sources.charging,
    title: {
      en: 'A product is charged for as its access type allows',
      zh: '计费模式与接入类型匹配',
    },
    appliesTo: ({ product }) => rowsOf(product.kind).length > 0,
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ modes }, at) => {
        const allowed = rowsOf(product.kind).flatMap((row) => row.modes)
        return modes.flatMap((mode, place) =>
          allowed.includes(mode)
            ? []
            : [
                problem(
                  specPath(at, 'modes', place),
                  `A product of kind ${product.kind} has no mode ${mode}; it has ${allowed.join(', ')}.`,
                  `${product.kind} 类商品没有 ${mode} 计费模式，可选：${allowed.join('、')}。`,
                ),
              ],
        )
      }),
  },
  {
    id: 'CHG-2',
    severity: 'error',
    source: sources.charging,
    title: {
      en: 'The tax type follows from access type and charging mode',
      zh: '税务类型由接入类型与计费模式决定',
    },
    appliesTo: ({ product }) => rowsOf(product.kind).length > 0 && product.taxType !== undefined,
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ modes }) => {
        const types = rowsOf(product.kind)
          .filter((row) => modes.some((mode) => row.modes.includes(mode)))
          .map((row) => row.taxType)
        if (product.taxType === undefined || types.length === 0 || types.includes(product.taxType))
          return []
        return [
          problem(
            ['product', 'taxType'],
            `It is ${[...new Set(types)].join(' or ')} here, not ${product.taxType}.`,
            `此处应为 ${[...new Set(types)].join('/')}，而不是 ${product.taxType}。`,
          ),
        ]
      }),
  },
  {
    id: 'CHG-3',
    severity: 'error',
    source: sources.charging,
    title: {
      en: 'A specification of a data file is not sold once and by period at a time',
      zh: '数据文件规格不能同时提供按次与包周期',
    },
    appliesTo: ({ product }) => product.kind === 'data',
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ modes }, at) =>
        modes.includes('period') && modes.some((mode) => mode === 'per-use' || mode === 'one-time')
          ? [problem(specPath(at, 'modes'), 'Make two specifications of it.', '请拆分为两个规格。')]
          : [],
      ),
  },
  {
    id: 'CHG-4',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'A package of an API for 0 yuan is sold once to each user',
      zh: 'API 商品的 0 元套餐包限购一次',
    },
    appliesTo: ({ product }) => product.kind === 'API',
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ prices, ordersPerUser }, at) =>
        isFree(prices) && ordersPerUser !== 1
          ? [
              problem(
                specPath(at, 'ordersPerUser'),
                'Limit it to 1 order a user.',
                '请将每用户限购设为 1。',
              ),
            ]
          : [],
      ),
  },
  {
    id: 'CHG-5',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'Software is tried by the trial, not by a specification for 0 yuan',
      zh: '软件类商品不以 0 元规格代替试用',
    },
    appliesTo: ({ product: { kind } }) => kind === 'SaaS' || kind === 'License' || kind === 'image',
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ prices }, at) =>
        isFree(prices)
          ? [
              problem(
                specPath(at, 'prices'),
                'Anybody can buy it again and again; use the trial.',
                '0 元规格可无限次购买，请改用试用功能。',
              ),
            ]
          : [],
      ),
  },
  {
    id: 'CHG-6',
    severity: 'warning',
    source: sources.listing,
    title: {
      en: 'A specification of software holds no human services',
      zh: '软件规格不包含人工服务',
    },
    appliesTo: ({ product: { kind } }) => kind === 'SaaS' || kind === 'License' || kind === 'image',
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ name, description = '' }, at) => {
        const [word] =
          /代运营|定制开发|数据迁移服务|驻场|实施服务|人工服务/.exec(`${name} ${description}`) ?? []
        return word === undefined
          ? []
          : [
              problem(
                specPath(at),
                `It names ${word}： publish a product of services, named "...配套服务".`,
                `包含“${word}”：请另行发布“XXX配套服务”人工服务商品。`,
              ),
            ]
      }),
  },
  {
    id: 'CHG-8',
    severity: 'error',
    source: sources.saasListing,
    title: { en: 'An order holds at most 30 packages', zh: '单个订单最多 30 个套餐包' },
    appliesTo: ({ product }) => product.kind === 'SaaS',
    judge: ({ draft: { product } }) =>
      eachSpec(product.specs, ({ modes, packagesPerOrder = 0 }, at) =>
        modes.includes('package') && packagesPerOrder > 30
          ? [
              problem(
                specPath(at, 'packagesPerOrder'),
                `${packagesPerOrder} are over 30.`,
                `${packagesPerOrder} 超过 30。`,
              ),
            ]
          : [],
      ),
  },
  {
    id: 'CHG-9',
    severity: 'error',
    source: inferred(sources.charging),
    title: {
      en: 'A specification has one skuCode, and each price its own productId',
      zh: '一个规格一个 skuCode，每个周期价格一个 productId',
    },
    judge({ draft: { product } }) {
      const specs = product.specs ?? []
      if (specs.length === 0) return needs('product.specs')
      const skus = repeatedOf(
        specs.map(({ skuCode }, at) => [skuCode, specPath(at, 'skuCode')] as const),
      )
      const ids = repeatedOf(
        specs.flatMap(({ prices = [] }, at) =>
          prices.map(
            ({ productId }, place) =>
              [productId, specPath(at, 'prices', place, 'productId')] as const,
          ),
        ),
      )
      return [...skus, ...ids].map(([value, path]) =>
        problem(path, `${value} stands twice.`, `${value} 重复。`),
      )
    },
  },
]

function isFree(prices: Spec['prices']): boolean {
  return prices?.some(({ yuan }) => yuan === 0) === true
}

function repeatedOf(values: readonly (readonly [string | undefined, Path])[]) {
  const seen = new Set<string>()
  return values.flatMap(([value, path]) => {
    if (value === undefined) return []
    if (seen.has(value)) return [[value, path] as const]
    seen.add(value)
    return []
  })
}
