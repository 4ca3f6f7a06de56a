/** What the user sync says of a user: the same words as in the contract (SsoAccess). */
export type Access = 'granted' | 'disabled' | 'revoked' | 'unknown'

/** What it says under one binding. */
export interface Grant {
  readonly state: 'granted' | 'revoked' | 'deleted'
  readonly enabled: boolean
}

/** The access of a user under one binding; `unknown` where the sync said nothing yet. */
export function accessOf(grant: Grant | undefined): Access {
  if (grant === undefined) return 'unknown'
  if (grant.state !== 'granted') return 'revoked'
  return grant.enabled ? 'granted' : 'disabled'
}

const bestFirst: readonly Access[] = ['granted', 'disabled', 'revoked']

/** The best of several. */
export function bestAccess(all: readonly Access[]): Access {
  return bestFirst.find((one) => all.includes(one)) ?? 'unknown'
}
