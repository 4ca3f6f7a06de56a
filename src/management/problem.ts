import { lengths, type ManagementSchemas } from '../contract/index.ts'

export type FaultyField = ManagementSchemas['ProblemError']

export interface ProblemOptions {
  /** The faulty fields of a 400. */
  readonly errors?: readonly FaultyField[]
  /** Headers that HTTP wants with the status. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer other than success: the HTTP status, and one sentence for a person. */
export class Problem extends Error {
  readonly status: number
  readonly errors: readonly FaultyField[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, detail: string, { errors, headers = {} }: ProblemOptions = {}) {
    super(detail)
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

/** A 400 that names its faulty fields. */
export function faultyRequest(errors: readonly FaultyField[]): Problem {
  const { length } = errors
  const shown = errors.slice(0, lengths.problemErrors).map(({ field, message }) => ({
    field: field.slice(0, lengths.problemField),
    message: message.slice(0, lengths.problemMessage),
  }))
  const fields = length === 1 ? 'field' : 'fields'
  return new Problem(400, `The request has ${length} faulty ${fields}.`, { errors: shown })
}
