/** A JSON value as it is read; the order of the members stays. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json }

/** The value of a text; undefined for what is not JSON. */
export function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The members of a text that is a JSON object. */
export function membersOf(text: string): Readonly<Record<string, Json>> | undefined {
  const value = readJson(text)
  return isObject(value) ? value : undefined
}

/** Whether a value is an object and no list. */
export function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How a language writes JSON. */
export interface Style {
  readonly comma?: string
  readonly colon?: string
  readonly isSorted?: boolean
  /** Whether what is nested is sorted, and left out, too. */
  readonly isDeep?: boolean
  readonly keeps?: (value: Json) => boolean
}

/** A value in the style of a language, on one line. */
export function writeJson(value: Json, style: Style): string {
  const { comma = ',', colon = ':', isDeep = false } = style
  const within = isDeep ? style : { comma, colon }
  if (isList(value)) return `[${value.map((item) => writeJson(item, within)).join(comma)}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, one]) => style.keeps?.(one) ?? true)
  if (style.isSorted) members.sort(([a], [b]) => (a < b ? -1 : 1))
  const written = members.map(
    ([name, one]) => `${JSON.stringify(name)}${colon}${writeJson(one, within)}`,
  )
  return `{${written.join(comma)}}`
}

/** Whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/**
 * A body as the store serialises it before it signs: top-level members sorted, those that are null left
 * out, no white space. Undefined for what is not a JSON object.
 * Source: HTTP Body签名, zh-cn_topic_0070649476.
 */
export function compactForm(text: string): string | undefined {
  const members = membersOf(text)
  return members && writeJson(members, { isSorted: true, keeps: (value) => value !== null })
}
