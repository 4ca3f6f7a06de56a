import type { HttpResult } from './sender.ts'

/** The members of an answer that the store reads, as far as they are there. */
export interface Answer {
  readonly resultCode?: string
  readonly resultMsg?: string
  readonly instanceId?: string
}

/** The JSON object that came, or undefined. */
export function bodyOf(http: HttpResult): Readonly<Record<string, unknown>> | undefined {
  if (http.kind !== 'answer') return undefined
  try {
    const parsed: unknown = JSON.parse(http.text)
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** Reads the envelope of what came; nothing of it if no JSON object came. */
export function readAnswer(http: HttpResult): Answer {
  const body = bodyOf(http) ?? {}
  const entries = (['resultCode', 'resultMsg', 'instanceId'] as const satisfies (keyof Answer)[])
    .map((name) => [name, textOf(body[name])] as const)
    .filter(([, text]) => text !== undefined)
  return Object.fromEntries(entries)
}

/** A scalar as text, as a lenient JSON reader takes it (inferred); undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
