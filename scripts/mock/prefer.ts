import type { Operation } from './openapi.ts'

/** The scene that Prism is to show. */
export interface Preference {
  /** The status whose scenes it is chosen from; that of success if left out. */
  readonly code?: number
  readonly exampleKey?: string
  /** Values made by the schemas in place of a scene. */
  readonly dynamic?: boolean
}

/** What a caller prefers (RFC 7240), or why there is no such thing. */
export type Preferred = { readonly preference: Preference } | { readonly fault: string }

/** A scene of an operation, with the status that it is of. */
interface Scene {
  readonly name: string
  readonly status: number
  readonly value: unknown
}

/**
 * Reads `Prefer: code=…` (an HTTP status of the operation, or a result code of one of its scenes) and
 * `Prefer: example=…` (a scene of any of its statuses). Undefined where neither is asked for. `suits`
 * says which of several scenes with one result code is meant.
 */
export function preferredOf(
  header: string | undefined,
  operation: Operation,
  suits: (scene: string) => boolean = () => false,
): Preferred | undefined {
  const { code, example, dynamic } = read(header ?? '')
  if (dynamic === 'true') return { preference: { dynamic: true } }
  if (code === undefined && example === undefined) return undefined
  const scenes = scenesOf(operation)
  const byCode = code === undefined ? scenes : scenesWith(code, scenes)
  if (byCode.length === 0)
    return isBare(operation, code) ?? { fault: noCode(operation, code ?? '') }
  const found = example === undefined ? bestOf(byCode, suits) : sceneOf(example, byCode)
  if (found === undefined) return { fault: noScene(operation, example ?? '', byCode) }
  return { preference: { code: found.status, exampleKey: found.name } }
}

function read(header: string): Readonly<Partial<Record<string, string>>> {
  const preferences = header.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s,;]*))/g)
  return Object.fromEntries(
    [...preferences].map(([, name = '', quoted, token]) => [name.toLowerCase(), quoted ?? token]),
  )
}

function scenesOf({ responses }: Operation): Scene[] {
  return Object.entries(responses).flatMap(([key, { content = {} }]) =>
    Object.values(content).flatMap(({ examples = {} }) =>
      Object.entries(examples).map(([name, { value }]) => {
        return { name, value, status: statusOf(key, value) }
      }),
    ),
  )
}

// `4XX` and `default` are of the status that their scene tells.
function statusOf(key: string, value: unknown): number {
  if (/^\d{3}$/.test(key)) return Number(key)
  const { status } = (value ?? {}) as { readonly status?: unknown }
  if (typeof status === 'number') return status
  return /^\dXX$/.test(key) ? Number(key.replace('XX', '00')) : 500
}

function scenesWith(code: string, scenes: readonly Scene[]): readonly Scene[] {
  if (/^\d{3}$/.test(code)) return scenes.filter(({ status }) => status === Number(code))
  return scenes.filter(({ value }) => resultCodeOf(value) === code)
}

// The documents name it differently.
function resultCodeOf(value: unknown): unknown {
  const { resultCode, error_code: errorCode, error } = (value ?? {}) as Record<string, unknown>
  return resultCode ?? errorCode ?? error
}

function bestOf(scenes: readonly Scene[], suits: (name: string) => boolean): Scene | undefined {
  return scenes.find(({ name }) => suits(name)) ?? scenes[0]
}

function sceneOf(name: string, scenes: readonly Scene[]): Scene | undefined {
  return scenes.find((scene) => scene.name === name)
}

// A redirection has a status, and no scene.
function isBare({ responses }: Operation, code = ''): Preferred | undefined {
  return code in responses ? { preference: { code: Number(code) } } : undefined
}

function noCode(operation: Operation, code: string): string {
  const scenes = scenesOf(operation)
  const statuses = [...Object.keys(operation.responses), ...scenes.map(({ status }) => status)]
  const codes = scenes.map(({ value }) => resultCodeOf(value))
  const known = [...statuses, ...codes].filter((one) => /^\w*\d[\w.]*$/.test(String(one)))
  return `${operation.operationId} has no code ${code}; it has ${list(known.map(String))}`
}

function noScene({ operationId }: Operation, name: string, scenes: readonly Scene[]): string {
  return `${operationId} has no scene ${name}; it has ${list(scenes.map((scene) => scene.name))}`
}

function list(names: readonly string[]): string {
  return [...new Set(names)].join(', ')
}
