import type { Address } from '../address.ts'
import { productionAddress } from '../public-address.ts'
import { type DebugCase, type InterfaceGroup, interfaceGroups } from './debug-cases.ts'
import { type SeenActivity, type SetupFacts, earliest, latestOf } from './setup-facts.ts'
import { type SetupStep, type SetupValue, doneIf, setupStep } from './setup-step.ts'

/** A group of interfaces at one address. */
export interface GroupAt extends InterfaceGroup {
  /** Some call of it came whose signature held. */
  readonly isSeen: boolean
  /** It came, or it is what a new address is taken to be for. */
  readonly isWanted: boolean
  readonly calls: readonly SeenActivity[]
}

/**
 * The groups of an address. Nothing says what a seller sells; what came tells it, and until then the first
 * kind of product of which there is a key: that is SaaS V2, as the store wants it of every new product.
 */
export function groupsAt({ keys }: Address, { calls }: SetupFacts): readonly GroupAt[] {
  const groups = interfaceGroups.map((group) => {
    const own = calls.filter((call) => group.cases.some((one) => one.operation === call.operation))
    return { ...group, calls: own, isSeen: own.length > 0 }
  })
  const sold = groups.filter(({ sells }) => sells)
  const expected = sold.some(({ isSeen }) => isSeen)
    ? undefined
    : (sold.find(({ interfaceType }) => keys[interfaceType].length > 0) ?? sold[0])
  return groups.map((group) => ({ ...group, isWanted: group.isSeen || group === expected }))
}

/** The first call of a group, and its cases where it is wanted. */
export function stepsOfGroup(
  group: GroupAt,
  address: Address,
  { publicUrl }: SetupFacts,
): SetupStep[] {
  const { product, interfaceType, isSeen, isWanted, calls } = group
  const values: SetupValue[] =
    publicUrl === undefined
      ? []
      : [{ name: 'production-address', value: productionAddress(publicUrl, address, product) }]
  const last = latestOf(calls)
  const first = setupStep({
    ...{ step: 'first-call', interface: group.cases[0]?.operation ?? null, interfaceType, values },
    state: isWanted ? doneIf(isSeen) : 'not_needed',
    doneAt: earliest(calls.map(({ firstAt }) => firstAt)),
    lastAt: last?.lastAt ?? null,
    resultCode: last?.lastCode ?? null,
    place: product === 'orders' ? 'order-notification' : 'production-addresses',
  })
  if (!isWanted) return [first]
  return [first, ...group.cases.map((one) => caseStep(one, group, values))]
}

function caseStep(
  { operation, activity, condition }: DebugCase,
  { interfaceType, calls }: GroupAt,
  values: readonly SetupValue[],
): SetupStep {
  const tests = calls.filter(
    (call) => call.test && call.operation === operation && call.activity === activity,
  )
  const [seen] = tests
  const isOptional = condition !== null && condition !== 'period'
  const doneAt = seen?.passedAt ?? null
  return setupStep({
    ...{ step: 'debug-case', interface: operation, interfaceType, activity, condition, values },
    state: seen === undefined && isOptional ? 'not_needed' : doneIf(doneAt !== null),
    doneAt,
    lastAt: seen?.lastAt ?? null,
    resultCode: seen?.lastCode ?? null,
    place: 'debug',
  })
}
