import type { SellerSchemas } from '../../contract/index.ts'
import { bodyOf, readAnswer } from '../calls/answer.ts'
import type { ActivityOf, Generation } from '../calls/calls.ts'
import { schemaViolations } from './schema-violations.ts'
import { done, mayBeUnderWay, underWay, type CallName } from '../calls/result-codes.ts'
import type { HttpResult } from '../calls/sender.ts'

/** A JSON schema that asks for members of an answer, and of each instance in it. */
interface Mandatory<Answer extends keyof SellerSchemas> {
  readonly required: readonly (keyof SellerSchemas[Answer])[]
  readonly properties?: {
    readonly info: {
      readonly items: { readonly required: readonly (keyof SellerSchemas['InstanceInfo'])[] }
    }
  }
}

type Activities<One extends Generation, Answer extends keyof SellerSchemas> = Readonly<
  Partial<Record<ActivityOf<One>, Mandatory<Answer>>>
>

// A seller may send what the buyer needs by mail or SMS instead; the debugger asks for it all the same.
const instanceAndList = {
  newInstance: { required: ['instanceId'] },
  queryInstance: {
    required: ['info'],
    properties: { info: { items: { required: ['appInfo'] } } },
  },
} as const

/**
 * What success must show, beyond what the schema asks of every answer. frontEndUrl is not asked of
 * newInstance of V2: the FAQ that names it there shares its text with V1, whose FAQ asks a query for
 * the instance id and the usage only.
 */
const mandatory: {
  readonly saasV2: Activities<'saasV2', 'SaasV2Response'>
  readonly licenseA: Activities<'licenseA', 'LicenseAResponse'>
  readonly saasV1: Activities<'saasV1', 'SaasV1Response'>
  readonly licenseB: Activities<'licenseB', 'LicenseBResponse'>
} = {
  saasV2: instanceAndList,
  licenseA: instanceAndList,
  saasV1: {
    newInstance: { required: ['instanceId', 'appInfo'] },
    queryInstance: { required: ['info'] },
  },
  licenseB: { getLicense: { required: ['license', 'instanceId'] } },
}

/** The members that the answer lacks, by their place. */
export function absentFromSuccess(http: HttpResult, call: CallName): readonly string[] {
  const schemas: Readonly<Record<string, Readonly<Record<string, object>>>> = mandatory
  const schema = schemas[call.generation]?.[call.activity]
  if (schema === undefined || !isSuccess(readAnswer(http).resultCode, call)) return []
  // What is asked for of appInfo, and so named, is the address.
  return schemaViolations(schema, bodyOf(http)).map(({ at }) =>
    at.replace(/appInfo$/, 'appInfo.frontEndUrl'),
  )
}

function isSuccess(code: string | undefined, call: CallName): boolean {
  return code === done || (code === underWay && mayBeUnderWay(call))
}
