import { fingerprint } from '../../crypto/fingerprint.ts'
import { consolePublicKey, publicKeyFingerprint } from '../../crypto/public-key.ts'
import { productAnsweredAt } from '../../db/ask/answered-at.ts'
import { type ActivityCall, listActivityCalls } from '../../db/credential/activity-calls.ts'
import { firstSoldAt } from '../../db/instance/first-sold.ts'
import { addressesSignedIn } from '../../db/sso/signed-in.ts'
import { firstPassedHalfDays } from '../../db/standing/dial-tests.ts'
import { type EndpointRow, listEndpoints } from '../../db/webhook/endpoints.ts'
import type { Address } from '../../domain/address.ts'
import type { SeenActivity, SetupFacts } from '../../domain/setup/setup-facts.ts'
import { raceTimeout } from '../../race-timeout.ts'
import type { ManagementContext } from '../context.ts'

// As many as may be made, and those of the settings.
const endpointsPage = {
  limit: 200,
  after: undefined,
  sort: '-createdAt',
  updatedAfter: undefined,
} as const
const halfDays = 2
// Where the pair is made when it is first needed (config/generated-secrets.ts) it comes at the next look.
const kitKeyWithinMs = 100

/** What the steps of all addresses are made of. */
export type SetupSeen = Awaited<ReturnType<typeof readSetup>>

/** Reads what came of all addresses so far; each look is at few rows, however much was sold. */
export async function readSetup({ services: { db, webhooks } }: ManagementContext) {
  const ofSettings = webhooks.endpoints.map(({ id }) => id)
  const [calls, passed, answered, sold, signedIn, endpoints] = await Promise.all([
    listActivityCalls(db),
    firstPassedHalfDays(db, halfDays),
    productAnsweredAt(db),
    firstSoldAt(db),
    addressesSignedIn(db),
    listEndpoints(db, ofSettings, endpointsPage),
  ])
  return { calls, passed, answered, sold, signedIn, endpoints: endpoints.items }
}

/** What is known of one address. */
export async function factsOf(
  { name, site, keys }: Address,
  { calls, passed, answered, sold, signedIn, endpoints }: SetupSeen,
  { services, publicUrl }: ManagementContext,
): Promise<SetupFacts> {
  const client = services.stores.of(site)
  return {
    publicUrl,
    fingerprints: {
      basic: keys.basic.map(fingerprint),
      v1: keys.v1.map(fingerprint),
      kit: keys.kit.map(fingerprint),
      license: keys.license.map(fingerprint),
      order: keys.order.map(fingerprint),
    },
    store: client && { answeredAt: client.standing().answeredAt ?? null },
    calls: calls.filter(({ address }) => address === name).map(toSeen),
    passedHalfDays: passed.filter(({ address }) => address === name).map(({ lastAt }) => lastAt),
    kitKey: await kitKeyOf(name, services),
    productAnsweredAt: answered.get(name) ?? null,
    hasSignedIn: signedIn.has(name),
    endpoints: endpoints.filter((row) => hears(row, name)).flatMap((row) => seenOf(row, services)),
    firstSoldAt: sold.get(name) ?? null,
  }
}

function toSeen(row: ActivityCall): SeenActivity {
  const { operation, activity, test } = row
  const times = { firstAt: row.first_at, lastAt: row.last_at, passedAt: row.passed_at }
  return { operation, activity, test, lastCode: row.last_code, ...times }
}

async function kitKeyOf(
  name: string,
  { kitKeys }: ManagementContext['services'],
): Promise<SetupFacts['kitKey']> {
  const keys = await raceTimeout(kitKeyWithinMs, kitKeys.keysOf(name), () => [])
  const [current] = keys
  if (current === undefined) return undefined
  return { publicKey: consolePublicKey(current), fingerprint: publicKeyFingerprint(current) }
}

function hears({ addresses }: EndpointRow, name: string): boolean {
  return addresses === null || addresses.includes(name)
}

function seenOf(
  { id, url, state, last_success_at }: EndpointRow,
  { webhooks }: ManagementContext['services'],
): SetupFacts['endpoints'][number][] {
  const shown = url ?? webhooks.endpoints.find((one) => one.id === id)?.url
  const isTested = state === 'enabled' || state === 'paused'
  return shown === undefined ? [] : [{ url: shown, isTested, lastSuccessAt: last_success_at }]
}
