import type { MemoryRequest, Told } from './told.ts'

/** What was told of a body, under a key that may come again. */
export interface Repeatable {
  readonly body: string
  readonly told: Told
}

/** The same answer again to a request that comes again under its `Idempotency-Key`. */
export async function once(
  known: Map<string, Repeatable>,
  { operation, params, headers, body }: MemoryRequest,
  tell: () => Told | Promise<Told>,
): Promise<Told> {
  const takesKey = operation.parameters?.some(({ name }) => name === 'Idempotency-Key')
  const given = headers['idempotency-key']
  if (!takesKey || given === undefined) return tell()
  const key = JSON.stringify([operation.operationId, params, given])
  const before = known.get(key)
  const text = JSON.stringify(body ?? null)
  if (before && before.body !== text) {
    return { refused: 422, words: `the Idempotency-Key ${given} came with another body before` }
  }
  const told = before?.told ?? (await tell())
  // What was refused was not done, and may be tried again.
  if (told === 'scene' || !('refused' in told)) known.set(key, { body: text, told })
  return told
}
