import type { AnyCall, CallsOf, Generation } from './calls.ts'
import { kitV1Cases, kitV2Cases } from './debug-cases/kit.ts'
import { licenseBCases, saasV1Cases } from './debug-cases/v1.ts'
import { licenseACases, licenseCCases, ordersCases, saasV2Cases } from './debug-cases/v2.ts'
import type { Encryption } from './encryption.ts'

/** A saved debug case (调试用例): a call with the ids that were typed when it was saved. */
export interface DebugCase extends AnyCall {
  readonly name: string
}

/** Makes the cases of each generation, one for every interface. */
const casesOf: { readonly [One in Generation]: (encryption: Encryption) => CallsOf[One] } = {
  saasV2: () => saasV2Cases,
  saasV1: saasV1Cases,
  licenseA: () => licenseACases,
  licenseB: () => licenseBCases,
  licenseC: () => licenseCCases,
  orders: () => ordersCases,
  kitV2: kitV2Cases,
  kitV1: kitV1Cases,
}

/** All generations. */
export const generations = [
  'saasV2',
  'saasV1',
  'licenseA',
  'licenseB',
  'licenseC',
  'orders',
  'kitV2',
  'kitV1',
] as const satisfies readonly Generation[]

/** The debug cases of a generation, ids and all; each call of this encrypts anew. */
export function debugCasesOf(generation: Generation, encryption: Encryption): readonly DebugCase[] {
  const cases: Readonly<Record<string, object>> = { ...casesOf[generation](encryption) }
  return Object.entries(cases).map(([activity, members]) => ({
    name: `${generation} ${activity}`,
    generation,
    activity,
    members,
  }))
}

/** For the generations of V2, which encrypt nothing; it throws. */
export const noEncryption: Encryption = { field: refuseToEncrypt, secret: refuseToEncrypt }

function refuseToEncrypt(): never {
  throw new Error('V2 encrypts nothing')
}

/** The cases of a product of SaaS V2 with order notifications, which encrypts nothing. */
export const debugCases: readonly DebugCase[] = (['saasV2', 'orders'] as const).flatMap(
  (generation) => debugCasesOf(generation, noEncryption),
)
