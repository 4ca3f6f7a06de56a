import { checkAnswer, type Fault } from '../checks/check-answer.ts'
import type { AnyCall, Generation } from '../calls/calls.ts'
import { createEncryption, type EncryptionKeys } from '../calls/encryption.ts'
import { endpointOf, urlAt } from '../calls/endpoints.ts'
import { acceptedCodes } from '../calls/result-codes.ts'
import { send, type HttpResult } from '../calls/sender.ts'
import type { SignedRequest } from '../calls/signed-request.ts'
import { sampleOf, type TriggerEvent } from './events.ts'
import { freshMembers } from './fresh-members.ts'
import { override, type Override } from './override.ts'

/** One call to send, and to whom. */
export interface TriggerOptions
  extends TriggerEvent, Pick<EncryptionKeys, 'encryptType' | 'publicKey'> {
  /** The production address as it is pasted into the console. */
  readonly address: URL
  /** The access key of the interface's type, in V1 the Key. */
  readonly key: string
  readonly overrides?: readonly Override[]
  /** A real call: without the flag that marks those of the debugger. */
  readonly isReal?: boolean
  readonly withinMs?: number
  /** Breaks the call off. */
  readonly signal?: AbortSignal
  readonly now?: Date
}

/** What was sent, what came back, and what the store's debugger finds wrong with it. */
export interface Triggered {
  readonly call: AnyCall
  readonly request: SignedRequest
  readonly http: HttpResult
  readonly faults: readonly Fault[]
}

/** Sends one call as the store does, with ids of its own. Rejects with the reason of the signal alone. */
export async function trigger(options: TriggerOptions): Promise<Triggered> {
  const { generation, event, address, key, isReal = false, withinMs, signal } = options
  const call = { generation, activity: event, members: membersOf(options) }
  const request = endpointOf(generation).sign(urlAt(address, call), key, call.members)
  const http = await send(request, withinMs, signal)
  signal?.throwIfAborted()
  const accepts = acceptedCodes(call, { test: !isReal, polling: true })
  const asked = { ...call, key, accepts, ...(withinMs !== undefined && { withinMs }) }
  return { call, request, http, faults: checkAnswer(http, asked).faults }
}

function membersOf(options: TriggerOptions): Readonly<Record<string, unknown>> {
  const { generation, key, now = new Date(), isReal = false, overrides = [] } = options
  const sample = sampleOf(options, createEncryption({ ...options, v1Key: key }))
  const fresh = freshMembers({ ...sample.members }, now)
  const flagged = isReal ? unflagged(fresh, generation) : fresh
  return overrides.reduce(override, flagged)
}

// A real call leaves the flag out (since 2025). In the kit and in order notifications it is mandatory.
function unflagged(
  { testFlag: _flag, ...members }: Readonly<Record<string, unknown>>,
  generation: Generation,
): Readonly<Record<string, unknown>> {
  if (endpointOf(generation).below !== undefined) return { ...members, testFlag: 0 }
  return generation === 'orders' ? { ...members, testFlag: '0' } : members
}
