import { isUtf8 } from 'node:buffer'

/** One extension parameter; a value that is JSON text (WeLink's `platformParams`) stays that text. */
export interface ExtendParam {
  readonly name: string
  readonly value: unknown
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * Reads saasExtendParams: Base64 (a space was a `+`) of a JSON list of `{name, value}`. Returns
 * undefined for anything else. How many there are is nobody's concern here.
 */
export function readExtendParams(text: string): readonly ExtendParam[] | undefined {
  const encoded = text.replace(/[\r\n]/g, '').replaceAll(' ', '+')
  const bytes = Buffer.from(encoded, 'base64')
  if (!base64.test(encoded) || !isUtf8(bytes)) return undefined
  const list = parsed(bytes.toString())
  return Array.isArray(list) && list.every(isExtendParam) ? list : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isExtendParam(one: unknown): one is ExtendParam {
  if (typeof one !== 'object' || one === null) return false
  return 'name' in one && typeof one.name === 'string'
}
