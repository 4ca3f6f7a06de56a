/** One extension parameter (扩展参数) of V1: what the buyer typed, or what the store adds. */
export interface ExtendParam {
  readonly name: string
  readonly value: string
}

/** What could be read of `saasExtendParams`, and whether that is all of it. */
export interface ExtendParams {
  readonly params: readonly ExtendParam[]
  readonly isWhole: boolean
}

/**
 * Reads `saasExtendParams` of V1 and License 1.0, if a call has them: Base64 of a JSON list of `{name, value}`, in UTF-8.
 * The query was decoded before; an encoding that is left over is taken off, and a space was a `+`.
 * A value that is not text is given as JSON, and one item in no list is taken for a list of it. They
 * only inform: what is odd is left out, one item or all of them.
 */
export function readExtendParams(text: string | undefined): ExtendParams {
  const list = text === undefined ? [] : listIn(text)
  if (list === undefined) return { params: [], isWhole: false }
  const params = list.filter(isParam).map(toParam)
  return { params, isWhole: params.length === list.length }
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const base64 = decodeURIComponent(text).trim().replaceAll(' ', '+')
    if (!/^[\w+/-]*={0,2}$/.test(base64)) return undefined
    const read: unknown = JSON.parse(utf8.decode(Buffer.from(base64, 'base64')))
    if (Array.isArray(read)) return read as unknown[]
    return isParam(read) ? [read] : undefined
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
