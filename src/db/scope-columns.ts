import type { Scope } from '../domain/scope.ts'

/** The columns of a scope, in every key that ids of the store stand in. */
export function scopeColumns({ site, testAddress }: Scope) {
  return { site, test_address: testAddress }
}
