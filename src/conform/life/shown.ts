import { bodyOf, isObject, textOf } from '../../simulator/calls/answer.ts'
import type { Exchange } from '../exchange.ts'

type Item = Readonly<Record<string, unknown>>

/** The instances that a query shows. */
export function shownInstances({ http }: Exchange): readonly Item[] {
  return objectsIn(bodyOf(http)?.['info'])
}

/** Their ids. */
export function shownIds(exchange: Exchange): readonly string[] {
  return shownInstances(exchange).flatMap(({ instanceId }) => textOf(instanceId) ?? [])
}

/** What was used, of all the instances that a query shows. */
export function shownUsage(exchange: Exchange): readonly Item[] {
  return shownInstances(exchange).flatMap(({ usageInfo }) => objectsIn(usageInfo))
}

function objectsIn(list: unknown): readonly Item[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** The license in the answer of getLicense. */
export function licenseIn({ http }: Exchange): string | undefined {
  return textOf(bodyOf(http)?.['license'])
}
