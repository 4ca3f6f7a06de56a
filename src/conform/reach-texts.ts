import { headersNamed, type HttpAnswer } from '../simulator/calls/sender.ts'
import type { Exchange } from './exchange.ts'
import type { Text } from '../simulator/text.ts'

/** What is wrong, and how it is mended. */
export interface Finding {
  readonly finding: Text
  readonly mend: Text
}

/** No answer came. */
export function silenceFinding(milliseconds: number): Finding {
  const limit = milliseconds / 1000
  return {
    finding: {
      en: `The address took the connection and gave no answer within ${limit} s.`,
      zh: `该地址接受了连接，但 ${limit} 秒内没有应答。`,
    },
    mend: {
      en: 'See whether the server handles requests at this address; the store gives up after as long.',
      zh: '请检查服务器是否在处理该地址的请求；云商店等待同样长的时间后也会放弃。',
    },
  }
}

/** A page for people came. */
export function htmlFinding(status: number): Finding {
  return {
    finding: {
      en: `The address answered with an HTML page (HTTP status ${status}), not with JSON.`,
      zh: `该地址返回的是 HTML 页面（HTTP 状态码 ${status}），而不是 JSON。`,
    },
    mend: {
      en: 'Give the whole production address with its path; see whether a gateway, a firewall or a login page answers in its place.',
      zh: '请给出包含路径的完整生产系统接口地址；并检查是否由网关、防火墙或登录页面代为应答。',
    },
  }
}

/** Whoever is asked sends elsewhere. */
export function redirectFinding({ status, rawHeaders }: HttpAnswer): Finding {
  const [to = '?'] = headersNamed('location', rawHeaders)
  return {
    finding: {
      en: `The address answered with a redirect to ${to} (HTTP status ${status}), not with JSON.`,
      zh: `该地址返回的是到 ${to} 的重定向（HTTP 状态码 ${status}），而不是 JSON。`,
    },
    mend: {
      en: 'Give the address that answers itself: only HTTP status 200 counts as an answer.',
      zh: '请给出直接应答的地址：云商店只把 HTTP 状态码 200 视为应答。',
    },
  }
}

/** Every call was refused. */
export function refusedFinding({ http, answer }: Exchange): Finding {
  const status = http.kind === 'answer' ? http.status : 0
  const said =
    answer.resultCode === undefined ? `HTTP ${status}` : `resultCode ${answer.resultCode}`
  return {
    finding: {
      en: `Every signed call is refused with ${said}: the key is not the one that the server verifies with, or the server computes another signature.`,
      zh: `所有签名调用都被拒绝（${said}）：所用密钥与服务器验签的密钥不一致，或服务器计算签名的方式有误。`,
    },
    mend: {
      en: 'Compare the fingerprint of the key with the one in the console for this address and interface type; where this interface has an address of its own, give it with --address. If they are the same, `koogate explain` shows byte by byte what the signature of a request is made of.',
      zh: '请与控制台中该地址和接口类型的密钥核对指纹；如果该接口另有地址，请用 --address 给出。如果一致，可用 `koogate explain` 逐字节查看请求的签名是怎样得出的。',
    },
  }
}

const windowMs = 60_000

/** The two clocks differ by more than a signature may be old; undefined if they agree or none is told. */
export function clockFinding({ http, at }: Exchange): Finding | undefined {
  if (http.kind !== 'answer') return undefined
  const told = Date.parse(headersNamed('date', http.rawHeaders)[0] ?? '')
  const apart = Math.round((told - at.getTime()) / 1000)
  if (Number.isNaN(apart) || Math.abs(apart) * 1000 <= windowMs) return undefined
  return {
    finding: {
      en: `Every signed call is refused, and the clock of the server differs from the one here by ${apart} s; a signature is valid for 60 s.`,
      zh: `所有签名调用都被拒绝，且服务器时钟与本机相差 ${apart} 秒；签名的有效期为 60 秒。`,
    },
    mend: {
      en: 'Let both machines take the time from NTP.',
      zh: '请让两台机器都通过 NTP 校时。',
    },
  }
}
