import { type OutgoingHttpHeaders, STATUS_CODES } from 'node:http'
import type { SimulatorSchemas } from '../../contract/index.ts'
import { ActionRefused, NotThere } from '../state/index.ts'

/** A refusal of the store's own API: an HTTP status and a sentence for a person. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem'
  readonly status: number
  readonly headers: OutgoingHttpHeaders

  constructor(status: number, detail: string, headers: OutgoingHttpHeaders = {}) {
    super(detail)
    this.status = status
    this.headers = headers
  }
}

const mostCharacters = 1024

/** What is answered for an error, whatever it is; one that nobody expected is told without its stack. */
export function problemOf(error: unknown): SimulatorSchemas['StoreProblem'] {
  if (error instanceof ActionRefused) return refused(error)
  if (error instanceof StoreProblem) return problem(error.status, error.message)
  return problem(500, `An internal error occurred: ${error instanceof Error ? error.message : ''}`)
}

// What is not there is another refusal than what cannot be done now.
function refused(error: ActionRefused): SimulatorSchemas['StoreProblem'] {
  const { message, text, rule } = error
  return {
    ...problem(error instanceof NotThere ? 404 : 409, message),
    detailZh: text.zh.slice(0, mostCharacters),
    ...(rule !== undefined && { rule }),
  }
}

function problem(status: number, detail: string) {
  return {
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: detail.slice(0, mostCharacters),
  }
}
