import { useRef, useState } from 'preact/hooks'
import type { KoogateClient, KoogateResult } from '../../client.ts'
import { answerOf } from './answer.ts'
import { type ApiProblem, useConnect } from './connect.ts'

/** A change; `form` holds what was entered in the dialog, by the names of its fields. */
export type Run<Data> = (api: KoogateClient, form: FormData) => Promise<KoogateResult<Data>>

export interface Action<Data> {
  readonly busy: boolean
  readonly problem: ApiProblem | undefined
  /** Runs it and resolves to what came, or to undefined when there is a problem to show. */
  readonly run: (form: FormData, reason?: string) => Promise<Data | undefined>
  readonly reset: () => void
}

/**
 * A change of something, once however often it is sent: as long as no answer has come, the same entries
 * have the same Idempotency-Key. One that makes a secret is `keyless`: its answer is kept nowhere, and a key
 * is refused. Pages mostly use it through ActionButton.
 */
export function useAction<Data>(change: Run<Data>, keyless = false): Action<Data> {
  const connect = useConnect()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const attempt = useRef({ of: '', key: '' })
  async function run(form: FormData, reason = '') {
    const of = JSON.stringify([...form].map(([name, value]) => [name, textOf(value)]))
    if (attempt.current.of !== of) attempt.current = { of, key: newKey() }
    setBusy(true)
    const headers = {
      ...(!keyless && { 'idempotency-key': attempt.current.key }),
      ...(reason !== '' && { 'koogate-reason': encodeURIComponent(reason) }),
    }
    const answer = await answerOf(change(connect({ headers }), form))
    setBusy(false)
    setProblem(answer.problem)
    // What did not arrive, or was refused for now, is the same request when it is sent again.
    if (!isUnsettled(answer.problem)) attempt.current = { of: '', key: '' }
    return answer.data
  }
  return { busy, problem, run, reset: () => setProblem(undefined) }
}

const isUnsettled = (problem?: ApiProblem): boolean =>
  problem !== undefined && (problem.status === 0 || problem.status >= 500 || problem.status === 429)

const textOf = (value: FormDataEntryValue): string =>
  typeof value === 'string' ? value : `${value.name} ${value.size}`

// randomUUID is there on https only.
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join('-')
