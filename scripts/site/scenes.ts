import {
  type ContractDocument,
  type Content,
  type Example,
  type Examples,
  resolved,
} from './contract-documents.ts'
import type { Interface } from './interfaces.ts'

/** A whole message of the contract, and what happens in it. */
export interface Scene {
  readonly name: string
  readonly example: Example
  /** The HTTP status of an answer. */
  readonly status: string | undefined
}

/** Requests, and the answers that any of them may get. */
export interface Exchange {
  readonly requests: readonly Scene[]
  readonly answers: readonly Scene[]
}

/** Scenes of which it is known what belongs to what: those of an activity, and what all of them share. */
export interface SceneContext {
  readonly document: ContractDocument
  /** Every activity of the contract: a scene that is named by another one is left out. */
  readonly activities: readonly string[]
}

/** The scenes that an interface may ask with. */
export function requestScenes(one: Interface, context: SceneContext): Scene[] {
  const query = one.parameters.filter(({ name }) => name === 'parameters')
  const contents = [...Object.values(one.operation.requestBody?.content ?? {}), ...query]
  return contents
    .flatMap(({ examples = {} }) => scenesIn(examples, undefined, context))
    .filter((scene) => belongsTo(one, scene, context))
}

/** The scenes of its answers of one status. */
export function answerScenes(
  one: Interface,
  [status, content]: readonly [status: string, content: Content],
  context: SceneContext,
): Scene[] {
  return Object.values(content)
    .flatMap(({ examples = {} }) => scenesIn(examples, status, context))
    .filter((scene) => belongsTo(one, scene, context))
}

/**
 * Requests with the answers that belong to them, which `x-answers` of a request names. One that names
 * none may get every success of its interface: those that are named by its activity, or else the plain ones.
 */
export function exchangesOf(
  requests: readonly Scene[],
  answers: readonly Scene[],
  activity?: string,
): Exchange[] {
  const named = answers.filter(({ name }) => activity !== undefined && isNamedBy(name, activity))
  const usual = named.length > 0 ? named : answers.filter((one) => !isRefusal(one))
  const keyed = requests.map((request) => {
    const names = request.example['x-answers']
    const own = names === undefined ? usual : answersNamed(names, answers, request)
    return { request, own, key: own.map(({ name }) => name).join() }
  })
  return [...Map.groupBy(keyed, ({ key }) => key).values()].map((group) => ({
    requests: group.map(({ request }) => request),
    answers: group[0]?.own ?? [],
  }))
}

function answersNamed(
  names: readonly string[],
  answers: readonly Scene[],
  { name }: Scene,
): Scene[] {
  return names.map((wanted) => {
    const found = answers.find((one) => one.name === wanted)
    if (found === undefined)
      throw new Error(`${name} names ${wanted} in x-answers, which is no answer of its interface`)
    return found
  })
}

/** Whether an answer says no: by its code, which the store reads instead of the status. */
export function isRefusal({ example, status = '' }: Scene): boolean {
  const code = codeOf(example.value)
  if (code === undefined) return !/^[23]/.test(status)
  return !/^((MKT|CBC)\.0000|0000|000000|000004|92020000)$/.test(code)
}

/** The result code of an answer, where it has one. */
export function codeOf(value: unknown): string | undefined {
  const {
    resultCode,
    error_code: errorCode,
    code,
  } = (value ?? {}) as Readonly<Record<string, unknown>>
  const found = resultCode ?? errorCode ?? code
  return typeof found === 'string' ? found : undefined
}

function scenesIn(
  examples: Examples,
  status: string | undefined,
  { document }: SceneContext,
): Scene[] {
  return Object.entries(examples).map(([name, example]) => ({
    name,
    example: resolved(example, document),
    status,
  }))
}

function belongsTo(
  { activity }: Interface,
  { name, example }: Scene,
  { activities }: SceneContext,
) {
  if (activity === undefined) return true
  const said = (example.value as { readonly activity?: unknown } | undefined)?.activity
  if (said !== undefined) return said === activity
  return isNamedBy(name, activity) || !activities.some((other) => isNamedBy(name, other))
}

// `newInstanceV1-active` is one of `newInstance` in V1.
function isNamedBy(scene: string, activity: string): boolean {
  const [first = ''] = scene.split('-')
  return first === activity || first === `${activity}V1`
}
