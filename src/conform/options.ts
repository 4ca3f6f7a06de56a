import { createPublicKey, type KeyObject } from 'node:crypto'
import { type Generation, generations } from './generations.ts'
import type { Target } from './target.ts'
import { similar, wrongUse } from './wrong-use.ts'

/** Reads the production address. Throws WrongUse. */
export function readTarget(url: string, addresses: readonly string[] = []): Target {
  const base = readAddress(url, undefined, 'URL')
  const urls = addresses.map((text) => {
    const [name = '', ...rest] = text.split('=')
    const [generation] = readGenerations(name, '--address')
    if (generation === undefined || rest.length === 0)
      throw wrongUse(
        `--address is INTERFACES=URL or INTERFACES=/path, such as orders=/notify`,
        `--address 的形式为 接口=URL 或 接口=/路径，例如 orders=/notify`,
      )
    return [generation, readAddress(rest.join('='), base, '--address')] as const
  })
  return { url: base, urls: Object.fromEntries(urls) }
}

function readAddress(text: string, base: URL | undefined, option: string): URL {
  const url = URL.parse(text, base?.href)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw wrongUse(
      `${option}: "${text}" is not an address that begins with https:// or http://`,
      `${option}：“${text}”不是以 https:// 或 http:// 开头的地址`,
    )
  if (url.username !== '' || url.password !== '')
    throw wrongUse(
      `${option}: the store sends no user name and password in an address`,
      `${option}：云商店不会在地址中携带用户名和密码`,
    )
  // What the store signs with stands in the query.
  url.search = ''
  url.hash = ''
  return url
}

/** Reads names of generations, separated by commas. Throws WrongUse. */
export function readGenerations(text: string, option = '--interfaces'): readonly Generation[] {
  return listed(text).map((name) => {
    const found = generations.find((one) => one.toLowerCase() === name.toLowerCase())
    if (found !== undefined) return found
    const near = similar(name, generations)
    const hint = (near.length > 0 ? near : generations).join(', ')
    throw wrongUse(
      `${option}: there are no interfaces "${name}"; did you mean ${hint}?`,
      `${option}：没有接口“${name}”；可选：${hint}`,
    )
  })
}

/** The names in a list with commas. */
export function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Reads the public key of the kit: PEM, or Base64 as it is pasted into the console. Throws WrongUse. */
export function readPublicKey(name: string, text: string): KeyObject {
  try {
    if (text.includes('-----BEGIN')) return createPublicKey(text)
    const key = Buffer.from(text.trim(), 'base64')
    return createPublicKey({ key, format: 'der', type: 'spki' })
  } catch (cause) {
    throw wrongUse(
      `${name} holds no public key: PEM, or the Base64 that is pasted into the console`,
      `${name} 中没有公钥：需为 PEM，或粘贴到控制台的 Base64`,
      { cause },
    )
  }
}

/** Reads a number of seconds. Throws WrongUse. */
export function readSeconds(text: string, option: string): number {
  const seconds = Number(text)
  if (Number.isFinite(seconds) && seconds > 0 && seconds <= 600) return seconds
  throw wrongUse(
    `${option}: "${text}" is not a number of seconds between 0 and 600`,
    `${option}：“${text}”不是 0 到 600 之间的秒数`,
  )
}

/** The forms of report. */
const reportForms = ['junit', 'html', 'json'] as const
export type ReportForm = (typeof reportForms)[number]

/** Reads `junit=FILE,html=FILE,json=FILE`. Throws WrongUse. */
export function readReports(texts: readonly string[]): readonly (readonly [ReportForm, string])[] {
  return texts.flatMap(listed).map((text) => {
    const [name = '', ...rest] = text.split('=')
    const form = reportForms.find((one) => one === name)
    const file = rest.join('=')
    if (form !== undefined && file !== '') return [form, file] as const
    throw wrongUse(
      `--report: "${text}" is not FORM=FILE, and FORM is one of ${reportForms.join(', ')}`,
      `--report：“${text}”不是 格式=文件 的形式，格式为 ${reportForms.join('、')} 之一`,
    )
  })
}
