import { isUtf8 } from 'node:buffer'
import type { Members } from './parts.ts'
import { invalid } from './refusal.ts'

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The members of a body. Throws Refusal unless it is a JSON object in UTF-8. */
export function parseObject(rawBody: Buffer): Members {
  if (!isUtf8(rawBody)) throw invalid('the body is not UTF-8')
  const value = parseJson(rawBody.toString())
  if (!isObject(value)) throw invalid('the body is not a JSON object')
  return value
}

/** JSON read, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a member holds: itself, or what its JSON text holds. */
export function unwrapped(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value
}

/** A value as text: a text itself, anything else as JSON; empty where there is none. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
