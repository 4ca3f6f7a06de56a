/** One extension parameter (扩展参数) of V1: what the buyer typed, or what the store adds. */
export interface ExtendParam {
  readonly name: string
  readonly value: string
}

/**
 * Reads `saasExtendParams` of V1 and License 1.0: Base64 of a JSON list of `{name, value}`, in UTF-8.
 * The query was decoded before; an encoding that is left over is taken off, and a space was a `+`.
 * Returns undefined for anything else. A value that is not text is given as JSON.
 */
export function readExtendParams(text: string): ExtendParam[] | undefined {
  try {
    const base64 = decodeURIComponent(text).trim().replaceAll(' ', '+')
    if (!/^[\w+/-]*={0,2}$/.test(base64)) return undefined
    const json = utf8.decode(Buffer.from(base64, 'base64'))
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) && list.every(isParam) ? list.map(toParam) : undefined
  } catch {
    return undefined
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

interface WireParam {
  readonly name: string
  readonly value?: unknown
}

function isParam(item: unknown): item is WireParam {
  return typeof (item as Partial<WireParam> | null)?.name === 'string'
}

function toParam({ name, value }: WireParam): ExtendParam {
  return { name, value: textOf(value) }
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
