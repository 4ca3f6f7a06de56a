import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { ContractDocument } from '../../src/contract/index.ts'
import { type Said, aboutWhatWasSaid, namedIn } from './echo.ts'
import { type Engine, type Shown, createEngine } from './engine.ts'
import { type Memory, createMemory } from './memory/memory.ts'
import type { Told } from './memory/told.ts'
import { isRow } from './memory/values.ts'
import { type PlacedOperation, openOperations, successOf } from './openapi.ts'
import { type Preference, preferredOf } from './prefer.ts'
import { type MockRequest, readRequest } from './read-request.ts'
import { type MockAnswer, unserved } from './refusals.ts'
import { resetPath } from './reset-path.ts'
import { type Validate, createValidator } from './validate.ts'

/** What answers the requests of a document. */
export interface Stage {
  readonly document: ContractDocument
  readonly operations: ReadonlyMap<string, PlacedOperation>
  readonly validate: Validate
  readonly memory: Memory
  readonly engine: Engine
}

/** An answer, and what the log tells of it beside its status. */
export interface Answered extends Shown {
  readonly note?: string
}

/** Opens a document. */
export async function createStage(document: ContractDocument): Promise<Stage> {
  const operations = openOperations(document)
  return {
    document,
    operations: new Map(operations.map((operation) => [operation.operationId, operation])),
    memory: createMemory(operations),
    ...(await readerOf(document)),
  }
}

// They keep nothing of a call and take longest to be made, so the mocks of a process share them.
type Reader = Pick<Stage, 'validate' | 'engine'>
const readers = new Map<ContractDocument, Promise<Reader>>()

function readerOf(document: ContractDocument): Promise<Reader> {
  const reader = readers.get(document) ?? createReader(document)
  readers.set(document, reader)
  return reader
}

async function createReader(document: ContractDocument): Promise<Reader> {
  return { validate: await createValidator(document), engine: await createEngine(document) }
}

/** Answers a request, whatever it is. */
export async function answerTo(stage: Stage, incoming: IncomingMessage): Promise<Answered> {
  // A browser asks first whether it may.
  if (incoming.method === 'OPTIONS') return { status: 204 }
  if (incoming.method === 'POST' && incoming.url === resetPath) {
    stage.memory.reset()
    return { status: 204, note: 'forgot what was written' }
  }
  const { document, validate, operations } = stage
  const request = await readRequest(incoming, document)
  const verdict = await validate(request)
  if ('refusal' in verdict) return json(verdict.refusal)
  const operation = operations.get(verdict.operationId)
  if (operation === undefined) throw new Error(`the contract has no ${verdict.operationId}`)
  return answerCall(stage, { ...verdict, request, operation, target: incoming.url ?? '/' })
}

interface Call {
  readonly operation: PlacedOperation
  readonly params: Readonly<Record<string, string>>
  readonly activity: string | undefined
  readonly request: MockRequest
  readonly target: string
}

// What is preferred changes nothing: it is a look at a scene.
async function answerCall(stage: Stage, call: Call): Promise<Answered> {
  const { operation, activity, request } = call
  const suits = (scene: string) => activity !== undefined && scene.startsWith(activity)
  const preferred = preferredOf(request.headers['prefer'], operation, suits)
  if (preferred && 'fault' in preferred) {
    return json(unserved(stage.document, 404, preferred.fault))
  }
  if (preferred) return show(stage, call, preferred.preference)
  const told = await stage.memory.tell({ ...request, ...call })
  return told === 'scene' ? showFitting(stage, call) : json(answerOf(stage, told))
}

function answerOf({ document }: Stage, told: Exclude<Told, 'scene'>): MockAnswer {
  if (!('refused' in told)) return told
  return unserved(document, told.refused, told.words, told.field)
}

// One address has many activities: the scenes named after the one that was called, or `done`. Among
// them, and where there is but one activity, the first of those that name most of what was asked for.
function sceneFor(call: Call): Preference {
  const { operation, activity } = call
  const scenes = Object.entries(successOf(operation)?.examples ?? {})
  const named = scenes.filter(([name]) => name.startsWith(activity ?? ''))
  const fitting = named.length > 0 ? named : scenes.filter(([name]) => name === 'done')
  const naming = fitting.map(([name, { value }]) => ({ name, count: namedIn(value, saidIn(call)) }))
  const [best] = naming.toSorted((one, other) => other.count - one.count)
  return best === undefined ? {} : { exampleKey: best.name }
}

function saidIn({ request: { query, body }, params }: Call): Said {
  return { ...params, ...query, ...(isRow(body) && body) }
}

// Nobody chose this scene, so it is about what was asked for.
async function showFitting(stage: Stage, call: Call): Promise<Answered> {
  const shown = await show(stage, call, sceneFor(call))
  const { status, text = '' } = shown
  if (status !== 200 || !text.startsWith('{')) return shown
  return { ...shown, text: aboutWhatWasSaid(text, saidIn(call)) }
}

async function show(
  { document, engine }: Stage,
  { request, operation, target }: Call,
  preference: Preference,
): Promise<Answered> {
  const { method, headers } = request
  const note = [operation.operationId, preference.exampleKey].join(' ')
  try {
    const shown = await engine({ method, target, accept: headers['accept'], ...preference })
    return { ...withOwnStatus(shown), note }
  } catch (error) {
    const { detail = String(error) } = error as { readonly detail?: string }
    return json(unserved(document, 404, `the mock cannot show this: ${detail}`))
  }
}

// The scene of `default` is that of one status; asked for as another, it is a problem of that one.
function withOwnStatus(shown: Shown): Shown {
  const { status, headers = {}, text = '' } = shown
  const [, type = ''] = Object.entries(headers).find(([name]) => /^content-type$/i.test(name)) ?? []
  if (!type.startsWith('application/problem+json')) return shown
  const problem = JSON.parse(text) as { readonly status?: number }
  if (problem.status === status) return shown
  const title = STATUS_CODES[status] ?? 'Error'
  return { ...shown, text: JSON.stringify({ ...problem, title, status }) }
}

function json({ status, type, headers = {}, body }: MockAnswer): Answered {
  const text = JSON.stringify(body)
  return { status, headers: { ...headers, 'content-type': type }, text, ...noteOf(body) }
}

function noteOf(body: object): { readonly note?: string } {
  const { detail, resultMsg, error_msg: message, items } = body as Readonly<Record<string, unknown>>
  if (Array.isArray(items))
    return { note: `${items.length} ${items.length === 1 ? 'item' : 'items'}` }
  const words = detail ?? resultMsg ?? message
  return typeof words === 'string' ? { note: words } : {}
}
