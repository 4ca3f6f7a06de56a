import type { Draft, Label } from '../draft.ts'
import { type PreflightRule, type Problem, needs, problem } from '../rule.ts'
import { sources } from '../sources.ts'
import { documentProblems } from './pictures.ts'

const words: Readonly<Record<Label, readonly string[]>> = {
  'hybrid-cloud': ['混合云', 'hybrid cloud'],
  kunpeng: ['鲲鹏', 'kunpeng'],
  iot: ['iot', '物联网'],
  ascend: ['昇腾', 'ascend'],
  'industrial-software': [],
}

const mentions = (text: string | undefined, label: Label) =>
  words[label].some((word) => text?.toLowerCase().includes(word) === true)

/** A product says of itself that it is for a platform, by its label or its texts. */
function claims({ product }: Draft, label: Label): boolean {
  const isLabelled = product.labels?.includes(label) === true
  return isLabelled || mentions(product.brief, label) || mentions(product.description, label)
}

// Those whose texts have to name them.
const named = ['hybrid-cloud', 'kunpeng', 'iot'] as const
const certified = ['hybrid-cloud', 'kunpeng', 'iot', 'ascend'] as const

/** Products for hybrid cloud, Kunpeng, IoT and Ascend (鲲鹏、混合云、IOT商品发布规范). */
export const labelRules: readonly PreflightRule[] = [
  {
    id: 'HYB-1',
    severity: 'error',
    source: sources.labels,
    title: {
      en: 'Brief and description both name the platform of the label (hybrid cloud, Kunpeng, IoT)',
      zh: '商品简介与商品说明均须提及标签对应的平台（混合云、鲲鹏、IoT）',
    },
    appliesTo: (draft) => named.some((label) => claims(draft, label)),
    judge({ draft }) {
      const { product } = draft
      if (product.brief === undefined || product.description === undefined) {
        return needs('product.brief', 'product.description')
      }
      return named
        .filter((label) => claims(draft, label))
        .flatMap((label) => [
          ...lacks(product.brief, ['product', 'brief'], label),
          ...lacks(product.description, ['product', 'description'], label),
        ])
    },
  },
  {
    id: 'HYB-2',
    severity: 'error',
    source: sources.labels,
    title: {
      en: 'A product that names hybrid cloud, Kunpeng or IoT has the label',
      zh: '提及混合云、鲲鹏、IoT 的商品须勾选认证标签',
    },
    appliesTo: (draft) => named.some((label) => claims(draft, label)),
    judge: ({ draft }) =>
      named
        .filter((label) => claims(draft, label) && draft.product.labels?.includes(label) !== true)
        .map((label) =>
          problem(
            ['product', 'labels'],
            `The texts name ${words[label][1] ?? label}: choose the label ${label}, or leave it out of the texts.`,
            `文案提及“${words[label][0] ?? label}”：请勾选认证标签 ${label}，或删去相关文字。`,
          ),
        ),
  },
  {
    id: 'HYB-3',
    severity: 'error',
    source: sources.labels,
    title: { en: 'Each label has its certificate', zh: '每个认证标签须上传对应证书' },
    appliesTo: ({ product }) => certified.some((label) => product.labels?.includes(label)),
    judge(subject) {
      const { labels = [], certificates = [] } = subject.draft.product
      return certified
        .filter((label) => labels.includes(label))
        .flatMap((label) => {
          const at = certificates.findIndex((one) => one.label === label)
          const path = ['product', 'certificates', at, 'file']
          const name = certificates[at]?.file
          if (name !== undefined) return documentProblems(subject, path, name, {})
          return [
            problem(
              at === -1 ? ['product', 'labels'] : path,
              `There is no certificate for ${label}; without one do not choose the label.`,
              `标签 ${label} 没有证书；没有证书请不要勾选。`,
            ),
          ]
        })
    },
  },
  {
    id: 'HYB-5',
    severity: 'error',
    source: sources.labels,
    title: {
      en: 'The name on a certificate is the name of the product',
      zh: '证书名称与商品名称一致',
    },
    appliesTo: ({ product: { certificates } }) =>
      certificates !== undefined && certificates.length > 0,
    judge: ({ draft: { product } }) =>
      (product.certificates ?? []).flatMap(({ name }, at) =>
        name === product.name || product.name.startsWith(name)
          ? []
          : [
              problem(
                ['product', 'certificates', at, 'name'],
                `It says ${name}, the product is ${product.name}.`,
                `证书名称为 ${name}，商品名称为 ${product.name}。`,
              ),
            ],
      ),
  },
  {
    id: 'HYB-6',
    severity: 'error',
    source: sources.labels,
    title: {
      en: 'A Kunpeng image is built in cn-north-4, cn-south-1 or cn-east-3',
      zh: '鲲鹏镜像在华北-北京四、华南-广州、华东-上海一制作',
    },
    appliesTo: (draft) => draft.product.kind === 'image' && claims(draft, 'kunpeng'),
    judge: ({ draft: { product } }) =>
      product.image?.buildRegions === undefined
        ? needs('product.image.buildRegions')
        : product.image.buildRegions.flatMap((region, at) =>
            ['cn-north-4', 'cn-south-1', 'cn-east-3'].includes(region)
              ? []
              : [
                  problem(
                    ['product', 'image', 'buildRegions', at],
                    `${region} is none of them.`,
                    `${region} 不在可选区域内。`,
                  ),
                ],
          ),
  },
]

function lacks(text: string | undefined, path: readonly string[], label: Label): Problem[] {
  if (mentions(text, label)) return []
  const [zh = label, en = label] = words[label]
  return [problem(path, `It does not name ${en}.`, `未提及“${zh}”。`)]
}
