import type { Draft } from '../draft.ts'
import type { CaseFacts, Live } from '../live/live.ts'
import { type Judged, type PreflightRule, type Subject, needs, problem } from '../rule.ts'
import { inferred, sources } from '../sources.ts'
import type { Text } from '../../conform/rule.ts'

const path = ['saas', 'address']
const hasAddress = ({ saas }: Draft) => saas?.address !== undefined

function live(subject: Subject, judge: (live: Live) => Judged): Judged {
  return subject.live === undefined ? needs('--live') : judge(subject.live)
}

function cases(subject: Subject, judge: (one: CaseFacts) => readonly string[]): Judged {
  return live(subject, ({ cases: all }) =>
    all === undefined
      ? needs('the key of the interface')
      : all.flatMap((one) =>
          judge(one).map((what) =>
            problem(path, `${one.activity}: ${what}`, `${one.activity}:${what}`),
          ),
        ),
  )
}

const checks: readonly (readonly [id: `DBG-${number}`, title: Text])[] = [
  ['DBG-2', { en: 'Every case is answered in time', zh: '每个用例都及时应答' }],
  [
    'DBG-3',
    { en: 'Every case is answered with HTTP status 200', zh: '每个用例的 HTTP 状态码为 200' },
  ],
  ['DBG-4', { en: 'Answers are application/json', zh: '响应的 Content-Type 为 application/json' }],
  [
    'DBG-5',
    {
      en: 'Answers are JSON with resultCode and resultMsg',
      zh: '响应体为 JSON 且包含 resultCode 与 resultMsg',
    },
  ],
  [
    'DBG-6',
    { en: 'The result code of every case is 000000', zh: '每个用例的 resultCode 为 000000' },
  ],
  ['DBG-7', { en: 'No mandatory field is missing', zh: '不缺少必填字段' }],
  ['DBG-8', { en: 'No field is longer than documented', zh: '字段长度不超过文档规定' }],
  ['DBG-9', { en: 'V1 answers carry Body-Sign', zh: 'V1.0 的响应带有 Body-Sign' }],
]

/** What the store's debugger would find at the live address. */
export const debugRules: readonly PreflightRule[] = [
  {
    id: 'DBG-1',
    severity: 'error',
    source: sources.faqV2,
    title: { en: 'The address is reached', zh: '生产地址可达' },
    appliesTo: hasAddress,
    judge: (subject) =>
      live(subject, ({ url, resolved, tls, cases: all }) => {
        if (typeof resolved === 'string') {
          return [
            problem(
              path,
              `${url.hostname} does not resolve (${resolved}).`,
              `${url.hostname} 无法解析（${resolved}）。`,
            ),
          ]
        }
        if (tls !== undefined && 'fault' in tls) {
          return [
            problem(
              path,
              `No TLS at ${url.host}: ${tls.fault}.`,
              `${url.host} 无法建立 TLS:${tls.fault}。`,
            ),
          ]
        }
        const [fault] =
          all?.flatMap(({ faults }) => faults.filter(({ check }) => check === 'DBG-1')) ?? []
        return fault === undefined ? [] : [problem(path, fault.message, fault.message)]
      }),
  },
  ...checks.map(([id, title]): PreflightRule => ({
    id,
    severity: 'error',
    source: id === 'DBG-9' || id === 'DBG-8' ? sources.faqV1 : sources.faqV2,
    title,
    appliesTo: hasAddress,
    judge: (subject) =>
      cases(subject, ({ faults }) => [
        ...new Set(faults.filter(({ check }) => check === id).map(({ message }) => message)),
      ]),
  })),
  {
    id: 'DBG-10',
    severity: 'error',
    source: sources.faqV2,
    title: {
      en: 'A case succeeds again with the same parameters',
      zh: '同样参数的用例可以重复成功',
    },
    appliesTo: hasAddress,
    judge: (subject) =>
      cases(subject, ({ faultsAgain }) => [...new Set(faultsAgain.map(({ message }) => message))]),
  },
  {
    id: 'DBG-15',
    severity: 'error',
    source: sources.keys,
    title: {
      en: 'The certificate is publicly trusted, and TLS is 1.2 or later',
      zh: '证书受公共信任，TLS 为 1.2 及以上',
    },
    appliesTo: hasAddress,
    judge: (subject) =>
      live(subject, ({ url, tls }) => {
        if (url.protocol !== 'https:' || tls === undefined || 'fault' in tls) return []
        return [
          ...(tls.certificateFault === undefined
            ? []
            : [
                problem(
                  path,
                  `The certificate is not trusted: ${tls.certificateFault}.`,
                  `证书不受信任：${tls.certificateFault}。`,
                ),
              ]),
          ...(/^TLSv1\.[23]$/.test(tls.protocol)
            ? []
            : [problem(path, `It speaks ${tls.protocol}.`, `使用了 ${tls.protocol}。`)]),
        ]
      }),
  },
  {
    id: 'DBG-16',
    severity: 'warning',
    source: inferred(sources.faqV2),
    title: { en: 'The domain leads to public addresses', zh: '域名解析到公网地址' },
    appliesTo: hasAddress,
    judge: (subject) =>
      live(subject, ({ resolved }) => {
        if (typeof resolved === 'string') return []
        const own = resolved.find((one) =>
          /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80)/i.test(
            one,
          ),
        )
        return own === undefined
          ? []
          : [problem(path, `${own} is reached from inside only.`, `${own} 仅内网可达。`)]
      }),
  },
]
