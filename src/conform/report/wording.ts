import type { Generation } from '../generations.ts'
import type { Text } from '../../simulator/text.ts'
import type { WrittenReport } from './schema.ts'

/** The languages of the reports. */
export type Language = keyof Text

/** What a reader of the console calls the interfaces of a generation. */
export const generationNames: Readonly<Record<Generation, Text>> = {
  saasV2: { en: 'SaaS V2.0', zh: 'SaaS V2.0 基础接口' },
  saasV1: { en: 'SaaS V1.0', zh: 'SaaS V1.0 基础接口' },
  licenseA: { en: 'License, online (A)', zh: '在线开通 License（A）' },
  licenseB: { en: 'License 1.0 (B)', zh: 'License 1.0（B）' },
  licenseC: { en: 'License codes 2.0 (C)', zh: 'License 授权码 2.0（C）' },
  orders: { en: 'Order notification', zh: '订单通知' },
  kitV2: { en: 'Kit V2', zh: '联营kit V2' },
  kitV1: { en: 'Kit V1', zh: '联营kit V1' },
}

/** The verdict in a sentence. */
export function verdictOf({ ending, partial, counts }: WrittenReport): Text {
  const { broken, kept } = counts
  const sentence = verdicts[ending]({ broken, kept })
  return partial ? { en: `Partial: ${sentence.en}`, zh: `结果不完整：${sentence.zh}` } : sentence
}

interface Numbers {
  readonly broken: number
  readonly kept: number
}

const verdicts: Readonly<Record<WrittenReport['ending'], (numbers: Numbers) => Text>> = {
  kept: ({ kept }) => ({
    en: `Every rule that was judged is kept (${kept} judgements).`,
    zh: `所有已判定的规则均符合（共 ${kept} 项）。`,
  }),
  broken: ({ broken }) => ({
    en: broken === 1 ? 'One rule is broken.' : `Rules are broken in ${broken} places.`,
    zh: `有 ${broken} 项规则未符合。`,
  }),
  notJudged: () => ({
    en: 'The server, or a part of its interfaces, could not be judged.',
    zh: '该服务器或其部分接口无法判定。',
  }),
  ourFault: () => ({
    en: 'A rule of this tool failed itself; please report it.',
    zh: '本工具的规则自身出错，请反馈。',
  }),
}

/** The words of the reports. */
export const words = {
  title: { en: 'Conformance report', zh: '接口规范检验报告' },
  address: { en: 'Production address', zh: '生产系统接口地址' },
  interfaces: { en: 'Interfaces', zh: '接口' },
  key: { en: 'Key (fingerprint)', zh: '密钥（指纹）' },
  state: { en: 'State', zh: '状态' },
  reached: { en: 'judged', zh: '已检验' },
  unreachable: { en: 'not reached', zh: '无法访问' },
  refused: { en: 'every call refused', zh: '所有调用均被拒绝' },
  stopped: { en: 'stopped', zh: '已中止' },
  broken: { en: 'Broken rules', zh: '未符合的规则' },
  warnings: { en: 'Warnings', zh: '警告' },
  known: { en: 'Known before', zh: '此前已知' },
  fixed: { en: 'Fixed since', zh: '此后已修复' },
  faults: { en: 'Rules that failed themselves', zh: '自身出错的规则' },
  notJudged: { en: 'Not judged', zh: '未判定' },
  kept: { en: 'Kept', zh: '符合' },
  rule: { en: 'Rule', zh: '规则' },
  seen: { en: 'Seen', zh: '实际情况' },
  consequence: { en: 'What the store does', zh: '云商店会怎样处理' },
  mend: { en: 'How to mend it', zh: '如何修复' },
  source: { en: 'Document', zh: '文档' },
  request: { en: 'The request', zh: '请求' },
  answer: { en: 'The answer', zh: '应答' },
  needs: { en: 'Needs', zh: '需要' },
  replay: { en: 'To judge it again', zh: '重新判定' },
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  calls: { en: 'calls', zh: '次调用' },
  seconds: { en: 's', zh: '秒' },
  coverage: { en: 'Rules judged', zh: '已判定的规则' },
  reason: { en: 'Reason', zh: '原因' },
  noAnswer: { en: 'no answer in time', zh: '未在时限内应答' },
  notReached: { en: 'no connection', zh: '无法连接' },
  bytes: { en: 'bytes', zh: '字节' },
  testCalls: { en: 'test calls (testFlag 1)', zh: '测试调用（testFlag 1）' },
  realCalls: { en: 'real calls', zh: '真实调用' },
  madeBy: { en: 'Made by', zh: '生成工具' },
  seed: { en: 'seed', zh: '随机种子' },
  signatureNote: {
    en: 'Of a key only its fingerprint stands in this report. The signature of a request line is valid for 60 s; after that its seller has to refuse it. The case number judges the rule again with a new signature.',
    zh: '报告中只有密钥的指纹。请求行中的签名有效期为 60 秒，之后商家必须拒绝；如需重新判定，请使用用例编号，工具会重新签名。',
  },
  language: { en: 'Language', zh: '语言' },
} as const satisfies Record<string, Text>

/** What came back, in a line. */
export function answerLine(
  {
    kind,
    status,
    reason,
    milliseconds,
  }: {
    readonly kind: string
    readonly status?: number | undefined
    readonly reason?: string | undefined
    readonly milliseconds: number
  },
  language: Language,
): string {
  const after = `${milliseconds} ms`
  if (kind === 'silence') return `${words.noAnswer[language]}, ${after}`
  if (kind === 'unreachable') return `${words.notReached[language]}: ${reason ?? ''}, ${after}`
  return `HTTP ${status ?? ''}, ${after}`
}
