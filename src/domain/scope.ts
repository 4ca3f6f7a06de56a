import type { InstanceFamily } from './instance/instance.ts'

/** Where ids count: those of another scope are other things, even if they read the same. */
export interface Scope {
  /** The store that gave the ids: a seller's account at one site of it. */
  readonly site: string
  /** Of a test call its production address, since debuggers of two products use the same ids; '' of a real one. */
  readonly testAddress: string
}

// Every address belongs to China's site so far. The next issue lets an address name its site; then
// this reads it there, and a call may see whatever its site sold (calls/instance-access.ts). The keys
// in the database hold the site already, so no row has to be rewritten for that.
const site = 'china'

/** The scope of a call, or of what it left behind. */
export function scopeOf({ address, test }: { address: string; test: boolean }): Scope {
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
