import type { SoldInstance, StoreData } from '../../state/index.ts'
import { StoreProblem } from '../store-problem.ts'

/** A thing by its id. Throws StoreProblem 404 where there is none. */
export function thing<Thing>(
  things: Readonly<Record<string, Thing>>,
  id: string,
  kind: string,
): Thing {
  const one = Object.hasOwn(things, id) ? things[id] : undefined
  if (one === undefined) throw new StoreProblem(404, `There is no ${kind} ${id}.`)
  return one
}

/** An instance by the store's id or the seller's. Throws StoreProblem 404 where there is none. */
export function instanceNamed({ instances }: StoreData, id: string): SoldInstance {
  const byOwnId = Object.hasOwn(instances, id) ? instances[id] : undefined
  const found = byOwnId ?? Object.values(instances).find(({ instanceId }) => instanceId === id)
  if (found === undefined) throw new StoreProblem(404, `There is no instance ${id}.`)
  return found
}
