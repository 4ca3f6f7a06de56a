import { isIP } from 'node:net'
import { type Address, interfaceTypes } from '../address.ts'
import { signOnPage } from '../public-address.ts'
import { purchaseActivities } from './debug-cases.ts'
import { type GroupAt, groupsAt, stepsOfGroup } from './group-steps.ts'
import { type SetupFacts, earliest, latestOf } from './setup-facts.ts'
import { type SetupStep, doneIf, setupStep } from './setup-step.ts'

const halfDaysWanted = 2

/** The steps of an address until its first real purchase, in the order in which they are done. */
export function setupSteps(address: Address, facts: SetupFacts): SetupStep[] {
  const groups = groupsAt(address, facts)
  return [
    publicUrlStep(facts),
    ...keySteps(facts, groups),
    accessKeysStep(facts),
    ...groups.flatMap((group) => stepsOfGroup(group, address, facts)),
    provisioningStep(address, facts),
    kitKeyStep(address, facts, groups),
    signOnStep(address, facts),
    endpointStep(facts),
    dialTestStep(facts),
    firstPurchaseStep(facts),
  ]
}

function publicUrlStep({ publicUrl }: SetupFacts): SetupStep {
  const values =
    publicUrl === undefined
      ? []
      : ([
          { name: 'public-url', value: publicUrl },
          { name: 'domain', value: new URL(publicUrl).origin },
        ] as const)
  const state = doneIf(publicUrl !== undefined && canBeRegistered(publicUrl))
  const where = { setting: 'KOOGATE_PUBLIC_URL', place: 'production-addresses' } as const
  return setupStep({ step: 'public-url', state, ...where, values })
}

/** Whether the store takes it: https, and a name that the world knows, never an IP address. */
export function canBeRegistered(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  const isName = hostname.includes('.') && isIP(hostname) === 0 && !hostname.startsWith('[')
  return protocol === 'https:' && isName && !/\.(local|localhost|internal)$/.test(hostname)
}

function keySteps({ fingerprints }: SetupFacts, groups: readonly GroupAt[]): SetupStep[] {
  return interfaceTypes.map((interfaceType) => {
    const set = fingerprints[interfaceType]
    const isWanted = groups.some((group) => group.isWanted && group.interfaceType === interfaceType)
    return setupStep({
      ...{ step: 'keys', interfaceType, place: 'keys' },
      state: set.length > 0 ? 'done' : isWanted ? 'waiting' : 'not_needed',
      setting: `KOOGATE_${interfaceType.toUpperCase()}_KEY`,
      values: set.map((value) => ({ name: 'fingerprint', value })),
    })
  })
}

function accessKeysStep({ store }: SetupFacts): SetupStep {
  const known = { setting: 'KOOGATE_STORE_AK', place: 'access-keys' } as const
  const state = doneIf(store !== undefined)
  return setupStep({ step: 'access-keys', state, lastAt: store?.answeredAt ?? null, ...known })
}

// What is made by template, or by a person, asks no program.
function provisioningStep({ product }: Address, { productAnsweredAt }: SetupFacts): SetupStep {
  const step = 'provisioning'
  if (product.provisioning !== 'webhook') {
    return setupStep({ step, state: 'not_needed', setting: 'KOOGATE_PROVISIONING' })
  }
  const url = product.webhook?.url
  return setupStep({
    ...{ step, state: doneIf(productAnsweredAt !== null), doneAt: productAnsweredAt },
    setting: 'KOOGATE_WEBHOOK_URL',
    values: url === undefined ? [] : [{ name: 'webhook-url', value: url }],
  })
}

function kitKeyStep(
  { sso }: Address,
  { kitKey, calls }: SetupFacts,
  groups: readonly GroupAt[],
): SetupStep {
  const isKit = groups.some(({ isSeen, sells, product }) => isSeen && !sells && product === 'saas')
  const synced = calls.filter(({ activity }) => activity === 'applicationSync')
  const passedAt = earliest(synced.map((call) => call.passedAt))
  return setupStep({
    step: 'kit-key',
    state: isKit || sso !== undefined ? doneIf(passedAt !== null) : 'not_needed',
    doneAt: passedAt,
    lastAt: latestOf(synced)?.lastAt ?? null,
    resultCode: latestOf(synced)?.lastCode ?? null,
    setting: 'KOOGATE_KIT_PRIVATE_KEY_FILE',
    place: 'credentials',
    values:
      kitKey === undefined
        ? []
        : [
            { name: 'public-key', value: kitKey.publicKey },
            { name: 'public-key-fingerprint', value: kitKey.fingerprint },
          ],
  })
}

function signOnStep(address: Address, { publicUrl, hasSignedIn }: SetupFacts): SetupStep {
  const known = { step: 'sign-on', setting: 'KOOGATE_SSO_APP_ID', place: 'credentials' } as const
  if (address.sso === undefined) return setupStep({ ...known, state: 'not_needed' })
  const values =
    publicUrl === undefined
      ? []
      : ([
          { name: 'login-url', value: signOnPage(publicUrl, address, 'login') },
          { name: 'callback-url', value: signOnPage(publicUrl, address, 'callback') },
        ] as const)
  return setupStep({ ...known, state: doneIf(hasSignedIn), values })
}

// A product may read the feed instead.
function endpointStep({ endpoints }: SetupFacts): SetupStep {
  const known = { step: 'webhook-endpoint', setting: 'KOOGATE_WEBHOOK_URL' } as const
  if (endpoints.length === 0) return setupStep({ ...known, state: 'not_needed' })
  const successes = endpoints.map(({ lastSuccessAt }) => lastSuccessAt?.getTime() ?? 0)
  const last = Math.max(...successes)
  return setupStep({
    ...known,
    state: doneIf(endpoints.some(({ isTested, lastSuccessAt }) => isTested || lastSuccessAt)),
    lastAt: last === 0 ? null : new Date(last),
    values: endpoints.map(({ url }) => ({ name: 'webhook-url', value: url })),
  })
}

function dialTestStep({ passedHalfDays, calls }: SetupFacts): SetupStep {
  const last = latestOf(calls.filter(({ test }) => test))
  return setupStep({
    step: 'dial-test',
    state: doneIf(passedHalfDays.length >= halfDaysWanted),
    doneAt: passedHalfDays[halfDaysWanted - 1] ?? null,
    lastAt: last?.lastAt ?? null,
    resultCode: last?.lastCode ?? null,
    place: 'debug',
  })
}

function firstPurchaseStep({ calls, firstSoldAt }: SetupFacts): SetupStep {
  const real = calls.filter(({ test, activity }) => !test && purchaseActivities.includes(activity))
  const doneAt = earliest([firstSoldAt, ...real.map(({ passedAt }) => passedAt)])
  const last = latestOf(real)
  return setupStep({
    ...{ step: 'first-purchase', state: doneIf(doneAt !== null), doneAt, place: 'messages' },
    lastAt: last?.lastAt ?? null,
    resultCode: last?.lastCode ?? null,
  })
}
