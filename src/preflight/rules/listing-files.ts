import { type PreflightRule, needs, problem } from '../rule.ts'
import { sources } from '../sources.ts'
import { documentProblems, pictureProblems } from './pictures.ts'
import { superlative } from './words.ts'

const documents = ['.zip', '.doc', '.docx', '.pdf', '.ppt', '.pptx']

/** What a listing shows and what is attached to it (商品发布信息填写规范 and its companions). */
export const listingFileRules: readonly PreflightRule[] = [
  {
    id: 'LST-5',
    severity: 'error',
    source: sources.release,
    title: {
      en: 'The logo is 120 x 120 px and at most 5 MB',
      zh: 'logo 为 120×120 px，不超过 5 MB',
    },
    judge: (subject) =>
      subject.draft.product.logo === undefined
        ? needs('product.logo')
        : pictureProblems(subject, ['product', 'logo'], subject.draft.product.logo, {
            types: ['png', 'jpg'],
            megabytes: 5,
            width: [120, 120],
            height: [120, 120],
          }),
  },
  {
    id: 'LST-6',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'Main pictures are JPG, PNG or GIF of 800 x 600 px, at most 5 MB',
      zh: '主图为 JPG/PNG/GIF，800×600 px，不超过 5 MB',
    },
    judge: (subject) =>
      subject.draft.product.pictures?.flatMap((name, at) =>
        pictureProblems(subject, ['product', 'pictures', at], name, {
          types: ['jpg', 'png', 'gif'],
          megabytes: 5,
          width: [800, 800],
          height: [600, 600],
        }),
      ) ?? needs('product.pictures'),
  },
  {
    id: 'LST-7',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'The description has 400 characters, or at most 5 pictures of 900 to 1200 x 800 px; no "price on request", no superlatives',
      zh: '商品说明纯文字不少于 400 字，图片不超过 5 张、宽 900–1200 px、高不少于 800 px；不含“面议”与广告法禁用语',
    },
    judge(subject) {
      const { description, descriptionPictures: pictures = [] } = subject.draft.product
      if (description === undefined) return needs('product.description')
      const path = ['product', 'description']
      const short = pictures.length === 0 && Array.from(description.trim()).length < 400
      const [praise] = superlative.exec(description) ?? []
      return [
        ...(short
          ? [problem(path, 'Text alone has to have 400 characters.', '纯文字说明不少于 400 字。')]
          : []),
        ...(/价格面议|面议/.test(description)
          ? [problem(path, 'It says 面议.', '包含“面议”。')]
          : []),
        ...(praise === undefined ? [] : [problem(path, `It says ${praise}.`, `包含“${praise}”。`)]),
        ...(pictures.length > 5
          ? [
              problem(
                ['product', 'descriptionPictures'],
                `${pictures.length} pictures are over 5.`,
                `图片 ${pictures.length} 张，超过 5 张。`,
              ),
            ]
          : []),
        ...pictures.flatMap((name, at) =>
          pictureProblems(subject, ['product', 'descriptionPictures', at], name, {
            types: ['jpg', 'png'],
            width: [900, 1200],
            height: [800, Infinity],
          }),
        ),
      ]
    },
  },
  {
    id: 'LST-11',
    severity: 'error',
    source: sources.listing,
    title: { en: 'The guide is a document of at most 20 MB', zh: '使用指南为不超过 20 MB 的文档' },
    judge: (subject) =>
      subject.draft.product.guide === undefined
        ? needs('product.guide')
        : documentProblems(subject, ['product', 'guide'], subject.draft.product.guide, {
            extensions: documents,
            megabytes: 20,
          }),
  },
  {
    id: 'LST-12',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'The copyright certificate is a document of at most 20 MB, and of the product',
      zh: '软件著作权证书为不超过 20 MB 的文档，且与商品一致',
    },
    appliesTo: ({ product: { kind } }) => ['SaaS', 'License', 'image', 'container'].includes(kind),
    judge(subject) {
      const { copyright } = subject.draft.product
      if (copyright === undefined) return needs('product.copyright')
      const path = ['product', 'copyright', 'file']
      if (copyright.file === undefined) return needs('product.copyright.file')
      return documentProblems(subject, path, copyright.file, {
        extensions: [...documents, '.rar'],
        megabytes: 20,
      })
    },
  },
  {
    id: 'LST-15',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'What is delivered by hand has a delivery template',
      zh: '需人工交付的商品须上传商品交付模板',
    },
    appliesTo: ({ product: { kind, supervised } }) =>
      kind === 'License' || kind === 'service' || (kind === 'SaaS' && supervised === true),
    judge: (subject) =>
      subject.draft.product.deliveryTemplate === undefined
        ? [problem(['product', 'deliveryTemplate'], 'Add 商品交付模板.', '请上传商品交付模板。')]
        : documentProblems(
            subject,
            ['product', 'deliveryTemplate'],
            subject.draft.product.deliveryTemplate,
            {},
          ),
  },
  {
    id: 'LST-19',
    severity: 'error',
    source: sources.listing,
    title: {
      en: 'A data file comes with letter of commitment, rights certificate and both reports, and is .xlsx of at most 10 MB',
      zh: '数据文件须有合规承诺函、确权登记证书、两份报告，文件为不超过 10 MB 的 .xlsx',
    },
    appliesTo: ({ product }) => product.kind === 'data',
    judge(subject) {
      const { data } = subject.draft.product
      if (data === undefined) return needs('product.data')
      const at = (name: string) => ['product', 'data', name]
      const papers = ['letterOfCommitment', 'rightsCertificate'] as const
      const reports = ['complianceReport', 'qualityReport'] as const
      return [
        ...papers.flatMap((name) =>
          data[name] === undefined
            ? [problem(at(name), `${name} is missing.`, `缺少 ${name}。`)]
            : documentProblems(subject, at(name), data[name], {}),
        ),
        ...reports.flatMap((name) => {
          const value = data[name]
          if (value === undefined) {
            return [
              problem(
                at(name),
                `Give ${name}, or "not involved".`,
                `请提供 ${name}，或填写“不涉及”。`,
              ),
            ]
          }
          return /^(not involved|不涉及)$/.test(value)
            ? []
            : documentProblems(subject, at(name), value, {})
        }),
        ...(data.items === undefined
          ? []
          : documentProblems(subject, at('items'), data.items, {
              extensions: ['.xlsx'],
              megabytes: 10,
            })),
      ]
    },
  },
]
