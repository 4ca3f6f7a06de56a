import type { InstanceFamily } from './instance/instance.ts'

/** Where ids count: those of another scope are other things, even if they read the same. */
export interface Scope {
  /** The store that gave the ids: a seller's account at one site of it. */
  readonly site: string
  /** Of a test call its production address, since debuggers of two products use the same ids; '' of a real one. */
  readonly testAddress: string
}

/** The site of an address that names none. */
export const defaultSite = 'china'

/** Where a call came in, or what it left behind was called last. */
export interface Origin {
  readonly site: string
  readonly address: string
  readonly test: boolean
}

/** The scope of a call, or of what it left behind. */
export function scopeOf({ site, address, test }: Origin): Scope {
  return { site, testAddress: test ? address : '' }
}

/** What is sold, whatever the generation of its interfaces: V1 and V2 of SaaS know one order. */
export type Kind = 'saas' | Exclude<InstanceFamily, 'saas-v1' | 'saas-v2'>

/** The kind of a family of interfaces. */
export function kindOf<Family extends string>(
  family: Family,
): 'saas' | Exclude<Family, 'saas-v1' | 'saas-v2'> {
  const isSaas = family === 'saas-v1' || family === 'saas-v2'
  return isSaas ? 'saas' : (family as Exclude<Family, 'saas-v1' | 'saas-v2'>)
}
