import { isObject } from '../calls/answer.ts'

type Members = Readonly<Record<string, unknown>>

/** A member that is to be other than in the sample; its path goes into objects. */
export interface Override {
  readonly path: readonly string[]
  /** `text`: takes the type that the sample has there. `json`: exactly this value. */
  readonly kind: 'text' | 'json'
  readonly value: unknown
}

/** Reads `name=value`, or `name:=json` for a value of any type; undefined if it is neither. */
export function readOverride(text: string): Override | undefined {
  const [, name, sign, value = ''] = /^([\w-]+(?:\.[\w-]+)*)(:?=)([^]*)$/.exec(text) ?? []
  if (name === undefined) return undefined
  const path = name.split('.')
  if (sign === '=') return { path, kind: 'text', value }
  try {
    return { path, kind: 'json', value: JSON.parse(value) as unknown }
  } catch {
    return undefined
  }
}

/** The members with one of them set; what it goes through and is not an object becomes one. */
export function override(members: Members, { path, kind, value }: Override): Members {
  const [name = '', ...rest] = path
  const present = members[name]
  const inner = isObject(present) ? present : {}
  const next =
    rest.length === 0
      ? valueLike(present, kind, value)
      : override(inner, { path: rest, kind, value })
  return { ...members, [name]: next }
}

function valueLike(present: unknown, kind: Override['kind'], value: unknown): unknown {
  const isNumber = kind === 'text' && typeof present === 'number' && value !== ''
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : value
}
