import type { Finding } from './reach-texts.ts'
import type { Text } from '../simulator/text.ts'

const dns: Text = {
  en: 'See whether the name is spelt right and has an A or AAAA record.',
  zh: '请检查域名拼写，以及是否有 A 或 AAAA 记录。',
}
const server: Text = {
  en: 'See whether the server runs and listens at this port, and whether a firewall lets it through.',
  zh: '请检查服务器是否在运行并监听该端口，防火墙是否放行。',
}
const certificate: Text = {
  en: 'The store asks for a certificate of a public authority, whole chain included, that is valid for this name.',
  zh: '云商店要求使用公共证书机构签发的证书，证书链完整，且对该域名有效。',
}
const tls: Text = {
  en: 'The store speaks TLS 1.2 or newer: see whether this port serves https at all, and which versions.',
  zh: '云商店使用 TLS 1.2 及以上版本：请检查该端口是否提供 https，以及支持的版本。',
}

/** What the codes of Node's connections mean: what is wrong, and how it is mended. */
const causes: readonly (readonly [codes: RegExp, what: Text, mend: Text])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/,
    { en: 'The name of the address does not resolve', zh: '该地址的域名无法解析' },
    dns,
  ],
  [/^ECONNREFUSED$/, { en: 'The address refuses connections', zh: '该地址拒绝连接' }, server],
  [
    /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/,
    { en: 'No connection to the address came about', zh: '无法与该地址建立连接' },
    server,
  ],
  [
    /^CERT_HAS_EXPIRED$/,
    { en: 'The certificate of the address has expired', zh: '该地址的证书已过期' },
    certificate,
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    { en: 'The certificate of the address is for another name', zh: '该地址的证书属于其他域名' },
    certificate,
  ],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    { en: 'The certificate of the address is self-signed', zh: '该地址使用了自签名证书' },
    certificate,
  ],
  [
    /^(UNABLE_TO_|CERT_|ERR_TLS_CERT)/,
    { en: 'The certificate of the address cannot be verified', zh: '该地址的证书无法通过验证' },
    certificate,
  ],
  [
    /^(EPROTO|ERR_SSL_|ERR_TLS_)/,
    { en: 'No TLS connection to the address came about', zh: '无法与该地址建立 TLS 连接' },
    tls,
  ],
  [
    /^(HPE_|HTTPParserError)/,
    { en: 'What the address answers is not HTTP', zh: '该地址返回的内容不是 HTTP 应答' },
    {
      en: 'See whether this is the port of the server, and whether it serves http or https there.',
      zh: '请检查端口是否正确，以及该端口提供的是 http 还是 https。',
    },
  ],
  [
    /^ANSWER_TOO_LONG$/,
    { en: 'The address answers with more than 16 MiB', zh: '该地址返回的应答超过 16 MiB' },
    {
      en: 'Give the whole production address with its path: an answer of the interfaces has some kilobytes.',
      zh: '请给出包含路径的完整生产地址：接口应答通常只有几 KB。',
    },
  ],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)/,
    {
      en: 'The address breaks the connection off without an HTTP answer',
      zh: '该地址没有给出 HTTP 应答就断开了连接',
    },
    tls,
  ],
]

/** What a connection that did not come about says. */
export function unreachableFinding(reason: string): Finding {
  const found = causes.find(([codes]) => codes.test(reason))
  const [, what, mend] = found ?? [
    undefined,
    { en: 'The address cannot be reached', zh: '该地址无法访问' },
    server,
  ]
  return {
    finding: { en: `${what.en} (${reason}).`, zh: `${what.zh}（${reason}）。` },
    mend,
  }
}
