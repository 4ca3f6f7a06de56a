import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Limits } from '../../../src/conform/seller.ts'
import type { Twin } from '../../broken-sellers/right-seller/parts.ts'

/** What the file of a twin exports. */
export interface TwinFile {
  readonly twin: Twin
  /** The limits of its own rule under which it is too slow, so that nobody waits for 20 s. */
  readonly limits?: Limits
}

const folder = 'test/broken-sellers'
// Not twins of a rule: the seller that they are made from, those in other languages, and those that make
// the mistakes of public samples.
const others = ['right-seller/', 'foreign/', 'public-samples/']

/** The twins by the id of their rule, `group/name`. */
export function twinIds(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !others.some((other) => path.startsWith(other)))
    .map((path) => path.replace(/\.ts$/, ''))
    .sort()
}

export async function loadTwin(id: string): Promise<TwinFile> {
  return (await import(resolve(folder, `${id}.ts`))) as TwinFile
}
