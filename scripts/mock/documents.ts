import type { Document } from 'openapi-backend'
import { type ContractDocument, readDocument } from '../../src/contract/index.ts'
import { isMethod } from './openapi.ts'

interface Parameter {
  readonly name?: string
  readonly in?: string
  readonly $ref?: string
  readonly explode?: boolean
  readonly schema?: unknown
  required?: boolean
}

interface Operation {
  security?: readonly Readonly<Record<string, unknown>>[]
  parameters?: Parameter[]
  requestBody?: unknown
}

interface Contract {
  security?: readonly Readonly<Record<string, unknown>>[]
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: {
    readonly parameters?: Record<string, Parameter>
    readonly securitySchemes?: Record<string, Parameter>
  }
}

// What goes with a signature: whoever tries the mock has no key.
const ofSignatures = new Set(['timestamp', 'nonce', 'x-timestamp', 'x-nonce', 'X-Sdk-Date', 'ts'])

/**
 * The document by which requests are validated: nothing of a signature is asked for, and where the whole
 * query is one object, it is validated as a body is.
 */
export function validatedDocument(name: ContractDocument): Document {
  const contract = open(name)
  const { parameters: shared = {} } = contract.components
  for (const parameter of Object.values(shared)) {
    if (ofSignatures.has(parameter.name ?? '')) parameter.required = false
  }
  for (const operation of operationsOf(contract)) {
    permitSignature(operation, contract)
    validateQueryAsBody(operation, shared)
  }
  return contract as unknown as Document
}

// A signature in the query stands in no list of parameters: a call that has one would be refused for it.
function permitSignature(operation: Operation, { security, components }: Contract): void {
  const named = (operation.security ?? security ?? []).flatMap(Object.keys)
  const carried = named.flatMap((name) => {
    const scheme = components.securitySchemes?.[name]
    if (scheme?.in !== 'query' || scheme.name === undefined) return []
    return { name: scheme.name, in: 'query', required: false, schema: { type: 'string' } }
  })
  operation.parameters = [...(operation.parameters ?? []), ...carried]
}

function validateQueryAsBody(operation: Operation, shared: Record<string, Parameter>): void {
  const whole = (operation.parameters ?? [])
    .map(({ $ref = '' }) => shared[$ref.split('/').at(-1) ?? ''])
    .find((parameter) => parameter?.explode === true)
  if (whole === undefined) return
  const { schema } = whole
  operation.requestBody = { required: true, content: { 'application/json': { schema } } }
}

/** The document that Prism shows the scenes of: it asks for nothing, since it was asked before. */
export function shownDocument(name: ContractDocument): object {
  const contract = open(name)
  delete contract.security
  for (const operation of operationsOf(contract)) {
    delete operation.security
    delete operation.requestBody
    delete operation.parameters
  }
  return contract
}

function open(name: ContractDocument): Contract {
  return readDocument(name) as unknown as Contract
}

function operationsOf({ paths }: Contract): Operation[] {
  return Object.values(paths).flatMap((path) =>
    Object.entries(path)
      .filter(([method]) => isMethod(method))
      .map(([, operation]) => operation),
  )
}
