import { expect } from 'vitest'
import {
  type ManagementSchemas,
  createBackend,
  createValidator,
  readDocument,
} from '../../src/contract.ts'
import { managementFormats } from '../../src/http/management/formats.ts'
import { type TestService, keys, managementToken } from '../harness/service.ts'

/** One thing to spoil of a right request; what is left out is right. */
export interface ManagementOptions {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly body?: unknown
  readonly rawBody?: string | Buffer
  readonly authorization?: string | null
}

export interface ManagementAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

type SchemaName = keyof ManagementSchemas

/** Every secret of a service under test; none may ever stand in an answer. */
export const secrets = [keys.basic, keys.order, managementToken]

/** Calls the management API and holds every answer against the contract. */
export async function manage(
  service: Pick<TestService, 'url'>,
  path: string,
  options: ManagementOptions = {},
): Promise<ManagementAnswer> {
  const { method = 'GET', rawBody, authorization = `Bearer ${managementToken}` } = options
  const body = rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  const response = await fetch(`${service.url}/api/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(authorization !== null && { authorization }),
    },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const answer = {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(text) as Record<string, unknown>,
  }
  await expectContract(method, `/api/v1${path}`, answer)
  return answer
}

const contract = createBackend('management', managementFormats, { handlers: {} })
const schemas = createValidator(managementFormats)
schemas.addSchema(readDocument('management'), 'management')

async function expectContract(
  method: string,
  path: string,
  answer: ManagementAnswer,
): Promise<void> {
  for (const secret of secrets) expect(answer.text).not.toContain(secret)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  if (answer.status !== 200) {
    expectProblem(answer)
    return
  }
  expect(answer.headers.get('content-type')).toBe('application/json')
  const backend = await contract
  const operation = backend.matchOperation({ method, path, headers: {} })
  const { errors } = backend.validateResponse(answer.body, operation?.operationId ?? '', 200)
  expect(errors ?? [], answer.text).toEqual([])
}

function expectProblem({ headers, status, body, text }: ManagementAnswer): void {
  expect(headers.get('content-type')).toBe('application/problem+json')
  expectSchema('Problem', body, text)
  expect(body['status']).toBe(status)
}

function expectSchema(name: SchemaName, body: unknown, text: string): void {
  schemas.validate(`management#/components/schemas/${name}`, body)
  expect(schemas.errors ?? [], text).toEqual([])
}

/** The body of an answer that must be 200 and of a schema of the contract. */
export async function read<Name extends SchemaName>(
  service: Pick<TestService, 'url'>,
  name: Name,
  path: string,
  options: ManagementOptions = {},
): Promise<ManagementSchemas[Name]> {
  const { status, body, text } = await manage(service, path, options)
  expect(status, text).toBe(200)
  expectSchema(name, body, text)
  return body as unknown as ManagementSchemas[Name]
}

/** The faulty fields of a 400. */
export function faultsOf(answer: ManagementAnswer): ManagementSchemas['ProblemError'][] {
  expect(answer.status, answer.text).toBe(400)
  return (answer.body['errors'] ?? []) as ManagementSchemas['ProblemError'][]
}

/** The names of the faulty fields of a 400. */
export function faultyFields(answer: ManagementAnswer): string[] {
  return faultsOf(answer).map(({ field }) => field)
}
