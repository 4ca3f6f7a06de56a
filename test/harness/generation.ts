import type { Generation } from '../../src/simulator/calls/calls.ts'
import { endpoints } from '../../src/simulator/calls/endpoints.ts'

/** The generation that an operation of the seller contract is of, by its operationId. */
export function generationOf(operationId: string): Generation {
  const kit = /^kit.+(V[12])$/.exec(operationId)
  const name = kit === null ? operationId : `kit${kit[1] ?? ''}`
  if (!isGeneration(name)) throw new Error(`nobody plays ${operationId}`)
  return name
}

function isGeneration(name: string): name is Generation {
  return Object.hasOwn(endpoints, name)
}
