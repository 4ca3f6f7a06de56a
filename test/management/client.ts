import { expect } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { type Answer, sendTo } from '../harness/contract-hook.ts'
import { openSchemas } from '../harness/contract-schemas.ts'
import { type TestService, managementToken } from '../harness/service.ts'

/** One thing to spoil of a right request; what is left out is right. */
export interface ManagementOptions {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly body?: unknown
  readonly rawBody?: string | Buffer<ArrayBuffer>
  readonly contentType?: string
  readonly authorization?: string | null
}

type SchemaName = keyof ManagementSchemas

/** Calls the management API. */
export async function manage(
  service: Pick<TestService, 'url'>,
  path: string,
  options: ManagementOptions = {},
): Promise<Answer> {
  const { method = 'GET', rawBody, contentType = 'application/json' } = options
  const { authorization = `Bearer ${managementToken}` } = options
  const body = rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  return sendTo(service, `/api/v1${path}`, {
    method,
    headers: {
      'content-type': contentType,
      ...(authorization !== null && { authorization }),
    },
    ...(body !== undefined && { body }),
  })
}

const schemas = openSchemas('management')

function expectSchema(name: SchemaName, body: unknown, text: string): void {
  expect(schemas.violations(`/components/schemas/${name}`, body), text).toEqual([])
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
export function faultsOf(answer: Answer): ManagementSchemas['ProblemError'][] {
  expect(answer.status, answer.text).toBe(400)
  return (answer.body['errors'] ?? []) as ManagementSchemas['ProblemError'][]
}

/** The names of the faulty fields of a 400. */
export function faultyFields(answer: Answer): string[] {
  return faultsOf(answer).map(({ field }) => field)
}
