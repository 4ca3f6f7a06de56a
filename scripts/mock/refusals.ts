import { STATUS_CODES } from 'node:http'
import type { ErrorObject } from 'ajv'
import type { Operation } from 'openapi-backend'
import {
  type ContractDocument,
  fieldOf,
  firstViolation,
  isInBody,
  lengths,
  validationMessage,
} from '../../src/contract/index.ts'
import { problemPage } from '../../src/http/management/problem.ts'
import { type FaultyField, codeOf, inBody } from '../../src/management/problem.ts'

/** An answer that the mock gives itself. */
export interface MockAnswer {
  readonly status: number
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: object
}

interface Media {
  readonly examples?: Readonly<Record<string, { readonly value: object }>>
}

interface Response {
  readonly headers?: Readonly<Record<string, { readonly example?: string }>>
  readonly content?: Readonly<Record<string, Media>>
}

// The scene of a refused parameter, as the documents of the contract name it.
const scene = /(parameter-refused|parameter-missing|request-refused|problem-field)$/

/**
 * The contract's own refusal of an invalid request: the operation's scene of a refused parameter, with
 * what is wrong in the words of the service.
 */
export function refusalOf(
  document: ContractDocument,
  operation: Operation,
  errors: readonly ErrorObject[],
  fault?: string,
): MockAnswer {
  const violation = firstViolation(errors)
  const words = fault ?? (violation ? validationMessage(violation) : 'the request is not valid')
  if (document === 'management') {
    const faulty = fault === undefined ? faultyFields(errors) : [inBody('body', fault)]
    return problem(400, `The request is not valid: ${words}.`, faulty)
  }
  const found = scenesOf(operation).find(({ name }) => scene.test(name))
  if (found === undefined) return unserved(document, 400, words)
  const { status, type, headers, value } = found
  return { status, type, headers, body: told(value, words) }
}

interface Scene extends Required<Omit<MockAnswer, 'body'>> {
  readonly name: string
  readonly value: object
}

function scenesOf({ responses = {} }: Operation): Scene[] {
  return Object.entries(responses as Record<string, Response>).flatMap(([key, response]) =>
    Object.entries(response.content ?? {}).flatMap(([type, { examples = {} }]) =>
      Object.entries(examples).map(([name, { value }]) => {
        return { name, status: Number(key) || 400, type, headers: headersOf(response), value }
      }),
    ),
  )
}

function headersOf({ headers = {} }: Response): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, { example }]) =>
      example === undefined ? [] : [[name, example]],
    ),
  )
}

const messages = ['resultMsg', 'error_msg', 'error_description']

function told(value: object, words: string): object {
  const members = Object.entries(value)
  return Object.fromEntries(
    members.map(([name, member]) => [name, messages.includes(name) ? words.slice(0, 255) : member]),
  )
}

/** What a document answers where nothing is served, or no scene or thing is what was asked for. */
export function unserved(
  document: ContractDocument,
  status: number,
  words: string,
  field?: string,
): MockAnswer {
  const type = 'application/json'
  switch (document) {
    case 'seller':
      return { status, type, body: { resultCode: '000002', resultMsg: words.slice(0, 255) } }
    case 'store':
      return { status, type, body: { error_code: 'APIGW.0101', error_msg: words } }
    case 'management':
      return problem(
        status,
        field ? `The request is not valid: ${field} ${words}.` : words,
        faulty(field, words),
      )
    case 'simulator':
      return simulatorProblem(status, words)
  }
}

function simulatorProblem(status: number, detail: string): MockAnswer {
  const body = { title: STATUS_CODES[status] ?? 'Error', status, detail }
  return { status, type: 'application/problem+json', body }
}

function faulty(field: string | undefined, message: string): FaultyField[] {
  return field === undefined ? [] : [{ field, message }]
}

function problem(status: number, detail: string, errors: readonly FaultyField[] = []): MockAnswer {
  const title = STATUS_CODES[status] ?? 'Error'
  const code = codeOf(status)
  const type = problemPage(code)
  const body = {
    type,
    title,
    status,
    code,
    detail: detail.slice(0, lengths.problemDetail),
    requestId: 'mock',
  }
  return {
    status,
    type: 'application/problem+json',
    body: { ...body, ...(errors.length > 0 && { errors }) },
  }
}

function faultyFields(errors: readonly ErrorObject[]): FaultyField[] {
  return errors.map((error) => {
    const field = fieldOf(error)
    const message = validationMessage(error).slice(field.length + 1)
    return isInBody(error) ? inBody(field, message) : { field, message }
  })
}
