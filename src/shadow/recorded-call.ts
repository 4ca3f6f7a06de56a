import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { jsonIn } from '../domain/json-in.ts'

const Answer = z.record(z.string(), z.unknown())

/** A line of the file: what the store called, and what the old server answered. */
const Line = z.object({
  /** When the call came, RFC 3339; by default the time that the call itself carries. */
  at: z.iso.datetime({ offset: true }).optional(),
  method: z.enum(['GET', 'POST']).default('POST'),
  /** Path and query, as they were called. */
  target: z.string().startsWith('/'),
  headers: z.record(z.string(), z.string()).default({}),
  /** The bytes of a POST as text. */
  body: z.string().default(''),
  /** The HTTP status of the old server's answer. */
  status: z.int().default(200),
  /** Its body, as an object or as text; `null` where none came. */
  answer: z.union([Answer, z.string(), z.null()]),
})

/** What the old server answered. */
export interface OldAnswer {
  readonly status: number
  /** Undefined if none came, or none that is a JSON object. */
  readonly members: Readonly<Record<string, unknown>> | undefined
}

/** A call of the store as it was recorded at the old server. */
export interface RecordedCall {
  readonly line: number
  readonly at: Date
  readonly method: 'GET' | 'POST'
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly old: OldAnswer
}

/** A line that is not a recorded call; the message says which and why. */
export class RecordingError extends Error {}

/** Reads a file of recorded calls, a JSON object a line; empty lines count and are passed over. */
export async function* readRecording(path: string): AsyncGenerator<RecordedCall> {
  let line = 0
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    line += 1
    // Of the first line a byte order mark is no part.
    const given = line === 1 ? text.replace(/^\ufeff/, '') : text
    if (given.trim() !== '') yield recordedCall(given, line)
  }
}

function recordedCall(text: string, line: number): RecordedCall {
  const json = jsonIn(text)
  if (json === undefined) throw new RecordingError(`line ${line}: is not JSON`)
  const read = Line.safeParse(json)
  if (!read.success) {
    const [issue] = read.error.issues
    const where = issue?.path.join('.') ?? ''
    throw new RecordingError(
      `line ${line}: ${where === '' ? '' : `${where}: `}${issue?.message ?? ''}`,
    )
  }
  const { at, status, answer, headers, ...call } = read.data
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const recorded = { ...call, headers: Object.fromEntries(lowered) as Record<string, string>, line }
  const members = typeof answer === 'string' ? membersIn(answer) : (answer ?? undefined)
  return {
    ...recorded,
    at: at === undefined ? timeOf(recorded) : new Date(at),
    old: { status, members },
  }
}

function membersIn(text: string): OldAnswer['members'] {
  const read = Answer.safeParse(jsonIn(text))
  return read.success ? read.data : undefined
}

/** The milliseconds that the signature of V2 covers; V1 and kit V1 know no window. */
function timeOf({ target, headers }: Pick<RecordedCall, 'target' | 'headers'>): Date {
  const query = new URLSearchParams(target.slice(target.indexOf('?') + 1))
  const timestamp = query.get('timestamp') ?? headers['x-timestamp'] ?? ''
  return /^\d{13}$/.test(timestamp) ? new Date(Number(timestamp)) : new Date()
}
