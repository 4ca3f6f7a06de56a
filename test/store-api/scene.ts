import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Scene = z.object({ value: z.record(z.string(), z.unknown()) })

/** The body of a named scene of the store contract. */
export function storeScene(name: string): Record<string, unknown> {
  return Scene.parse(parse(readFileSync(`openapi/examples/store/${name}.yaml`, 'utf8'))).value
}
