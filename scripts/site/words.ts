import type { Language } from '../shared/languages.ts'
import type { DocumentName } from '../shared/document-names.ts'
import type { Direction } from './interfaces.ts'

/** What is written around the contract's own words. */
export const words = {
  en: {
    heads: ['Call', 'What', 'Key', 'What makes a repeat', 'Retry window', 'Source'],
    fieldHeads: ['Field', 'Type', 'Meaning'],
    facts: { direction: 'Direction', call: 'Call', key: 'Key', source: 'Source' },
    none: 'none',
    own: 'our own',
    required: 'required',
    scope: 'scope',
    colon: ': ',
    comma: ', ',
    sample: 'A call in your language',
    sampleLead: {
      'store-seller':
        'Each program sends this call as the store does, signed, so that you can try your own server. Put your address and your key in the place of the sample’s.',
      'seller-store':
        'Each program makes this call, signed. Put your keys in the place of the sample’s.',
      'product-koogate':
        'Each program makes this call. Put the address of your Koogate and a token of yours in the place of the sample’s; or take [a client in your language](../client.html).',
      'koogate-product':
        'Each program sends this webhook as Koogate does, signed, so that you can try your own endpoint. Put its address and its secret in the place of the sample’s.',
    },
    known:
      'To check a program of your own: with the key of the sample, this call and these values belong together.',
    browser: 'A browser opens this address; a program has nothing to call here.',
    parameters: 'Parameters',
    request: 'Request',
    scenes: 'Scenes: requests and their answers',
    asked: 'Request',
    answered: 'Answer',
    refusals: 'Refusals',
    answer: 'Answer',
    repeats: 'Repeats and retries',
    repeat: 'What makes a repeat',
    retry: 'Retry window',
    retryMore:
      'More about [retry windows](../retry-windows.html) and [repeats](../idempotency-and-retries.html).',
    codes: 'Result codes and what to do',
    codesMore: 'All of them, explained',
    problemHeads: ['HTTP', 'Code', 'What to do'],
    refusalFields: 'Fields of a refusal',
    whole: 'Everything about this document on one page',
    reference: 'Needs JavaScript. The document itself',
    loading: 'Loading the contract…',
    changes: { whole: 'All versions as one file', one: 'Download' },
    directions: {
      'store-seller': 'The store calls the seller',
      'seller-store': 'The seller calls the store',
      'product-koogate': 'Your product and operators call Koogate',
      'koogate-product': 'Koogate calls your product',
    },
  },
  zh: {
    heads: ['调用', '用途', '密钥', '重复调用的判定', '重试窗口', '出处'],
    fieldHeads: ['字段', '类型', '含义'],
    facts: { direction: '方向', call: '调用', key: '密钥', source: '出处' },
    none: '无',
    own: 'Koogate 自有',
    required: '必填',
    scope: '权限',
    colon: '：',
    comma: '、',
    sample: '用您的语言调用',
    sampleLead: {
      'store-seller':
        '每个程序都像云商店那样带签名发送这次调用，供您试验自己的服务器。请把示例中的地址和密钥换成您自己的。',
      'seller-store': '每个程序都会带签名发起这次调用。请把示例中的密钥换成您自己的。',
      'product-koogate':
        '每个程序都会发起这次调用。请把示例中的地址和令牌换成您的 Koogate 的地址和您的令牌；也可以使用[您的语言的客户端](../client.html)。',
      'koogate-product':
        '每个程序都像 Koogate 那样带签名发送这个 Webhook，供您试验自己的端点。请把示例中的地址和密钥换成您自己的。',
    },
    known: '核对您自己的程序：使用示例中的密钥时，这次调用与以下各值相互对应。',
    browser: '该地址由浏览器打开，程序无需在此调用。',
    parameters: '参数',
    request: '请求',
    scenes: '场景：请求与对应的应答',
    asked: '请求',
    answered: '应答',
    refusals: '拒绝',
    answer: '应答',
    repeats: '重复与重试',
    repeat: '重复调用的判定',
    retry: '重试窗口',
    retryMore:
      '另见[重试窗口](../retry-windows.html)和[幂等与重复](../idempotency-and-retries.html)。',
    codes: '结果码与处理办法',
    codesMore: '全部结果码的说明',
    problemHeads: ['HTTP', '代码', '如何处理'],
    refusalFields: '拒绝应答的字段',
    whole: '在一页中查看整份契约',
    reference: '本页需要启用 JavaScript。也可以直接打开契约文件',
    loading: '正在加载契约……',
    changes: { whole: '下载全部版本', one: '下载' },
    directions: {
      'store-seller': '云商店调用商家',
      'seller-store': '商家调用云商店',
      'product-koogate': '您的产品和运维人员调用 Koogate',
      'koogate-product': 'Koogate 调用您的产品',
    },
  },
} as const satisfies Record<
  Language,
  {
    directions: Record<Direction, string>
    sampleLead: Record<Direction, string>
  } & Record<string, unknown>
>

export type Words = (typeof words)[Language]

/** The page on which Redoc shows a document of the contract. */
export const referencePage = (document: DocumentName) => `reference-${document}`
