/** A kept call, as far as it is held against later ones. */
export interface SaidCall {
  readonly site: string
  readonly operation: string
  readonly activity: string | null
  readonly instanceId: string | null
  readonly licenseId: string | null
  readonly members: Readonly<Record<string, unknown>>
}

// What is other in each repeat of one call: its number, its time, its signature, and what is encrypted
// anew each time. Private members that are not named here make two calls differ, and then both are run.
const noise: ReadonlySet<string> = new Set([
  'businessId',
  'timeStamp',
  'authToken',
  'testFlag',
  'mobilePhone',
  'email',
  'saasExtendParams',
  'clientSecret',
])

// They set whether something is frozen: the last one counts, whatever it says.
const setters = [
  'updateInstanceStatus',
  'instanceStatus',
  'expireInstance',
  'expireLicense',
  'updateLicenseCodeStatus',
] as const
// They may unfreeze what has expired.
const renewals = ['refreshInstance', 'refreshLicense', 'refreshLicenseCode'] as const

/** What a call says, as a text that a repeat of it has too. */
export function wordsOf(call: SaidCall): string {
  const subject = call.instanceId ?? call.licenseId
  if (isSetter(call.activity) && subject !== null) {
    return JSON.stringify([call.site, 'frozen', subject])
  }
  const said = Object.entries(call.members).filter(([name]) => !noise.has(name))
  return JSON.stringify([call.site, call.operation, call.activity, said.sort(byName)], sorted)
}

/** The interfaces of which a later success may say what a call of this one says. */
export function laterActivities(activity: string): readonly string[] {
  return isSetter(activity) ? [...setters, ...renewals] : [activity]
}

/**
 * Whether a later success leaves nothing for a call to do, or would be undone by it. Of what sets a state
 * the order in which the store said it counts: a re-run of what it said before undoes nothing.
 */
export function isSuperseded(call: SaidCall, later: SaidCall, cameLater: boolean): boolean {
  if (isSetter(call.activity) && !cameLater) return false
  if (wordsOf(call) === wordsOf(later)) return true
  const isSame = call.instanceId === later.instanceId && call.licenseId === later.licenseId
  return isSame && freezes(call) && isRenewal(later.activity)
}

function freezes({ activity, members }: SaidCall): boolean {
  const status = members['status'] ?? members['instanceStatus']
  return isSetter(activity) && (status === undefined || status === 'FREEZE')
}

function isSetter(activity: string | null): boolean {
  return setters.some((one) => one === activity)
}

function isRenewal(activity: string | null): boolean {
  return renewals.some((one) => one === activity)
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

// The order of members says nothing.
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(byName))
}
