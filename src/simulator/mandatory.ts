import type { SellerSchemas } from '../contract.ts'
import { isObject, readAnswer, bodyOf } from './answer.ts'
import type { ActivityOf, Generation } from './calls.ts'
import { isAbsent } from './deviations.ts'
import { done, mayBeUnderWay, underWay, type Asking } from './result-codes.ts'
import type { Came } from './sender.ts'

type Members<Schema extends keyof SellerSchemas> = readonly (keyof SellerSchemas[Schema])[]
type Wanted<One extends Generation> = Readonly<Partial<Record<ActivityOf<One>, readonly string[]>>>

const instanceAndList = {
  newInstance: ['instanceId'],
  queryInstance: ['info'],
} as const

/**
 * What success must show, beyond what the schema asks of every answer. frontEndUrl is not asked of
 * newInstance of V2: the FAQ that names it there shares its text with V1.
 */
const wanted: { readonly [One in Generation]?: Wanted<One> } = {
  saasV2: instanceAndList satisfies Record<string, Members<'SaasV2Response'>>,
  licenseA: instanceAndList satisfies Record<string, Members<'LicenseAResponse'>>,
  saasV1: {
    newInstance: ['instanceId', 'appInfo'] satisfies Members<'SaasV1Response'>,
    queryInstance: ['info'] satisfies Members<'SaasV1Response'>,
  },
  licenseB: { getLicense: ['license', 'instanceId'] satisfies Members<'LicenseBResponse'> },
}

const infoMember: keyof SellerSchemas['InstanceInfo'] = 'appInfo'
const addressMember: keyof SellerSchemas['AppInfo'] = 'frontEndUrl'

/** The members that the answer lacks, by their place. */
export function absentFromSuccess(came: Came, asking: Asking): readonly string[] {
  const body = bodyOf(came)
  if (body === undefined || !isSuccess(readAnswer(came).resultCode, asking)) return []
  const names: Readonly<Record<string, readonly string[]>> = wanted[asking.generation] ?? {}
  const absent = (names[asking.activity] ?? [])
    .filter((name) => isEmpty(body[name]))
    .map((name) => (name === infoMember ? `${infoMember}.${addressMember}` : name))
  return [...absent, ...(asksForAddress(asking) ? absentOfEach(body) : [])]
}

function isSuccess(code: string | undefined, asking: Asking): boolean {
  return code === done || (code === underWay && mayBeUnderWay(asking))
}

// The FAQ of V1 asks a query for the instance id and the usage only.
function asksForAddress({ generation, activity }: Asking): boolean {
  return activity === 'queryInstance' && generation !== 'saasV1'
}

// A seller may send what the buyer needs by mail or SMS instead; the debugger asks for it all the same.
function absentOfEach({ info }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(info)) return []
  const places = info.map((entry: unknown, index) => ({ entry, at: `info[${index}]` }))
  return places
    .filter(({ entry }) => isObject(entry) && isAbsent(entry[infoMember]))
    .map(({ at }) => `${at}.${infoMember}.${addressMember}`)
}

function isEmpty(value: unknown): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.length === 0)
}
