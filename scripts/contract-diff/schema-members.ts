import { isDeepStrictEqual } from 'node:util'
import { type Finding, below, found } from './findings.ts'
import type { Compare, Pair } from './keywords.ts'
import { differsInWordsOnly } from './texts.ts'
import { type Tree, step, textsOf, treeOf, without } from './tree.ts'

/** The members of an object and which of them have to be there. */
export const compareMembers: Compare = (pair) => {
  const { was, now } = pair
  const [before, after] = [treeOf(was['properties']), treeOf(now['properties'])]
  const [lost, gained] = [
    without(Object.keys(before), Object.keys(after)),
    without(Object.keys(after), Object.keys(before)),
  ]
  const renames = renamesOf(pick(before, lost), pick(after, gained))
  const kept = Object.keys(before).filter((name) => name in after)
  const bare = [...requiredOf(was), ...requiredOf(now)].filter(
    (name) => !(name in before) && !(name in after),
  )
  return [
    ...[...renames].flatMap(([old, fresh]) => compareMember(old, fresh, pair)),
    ...without(lost, [...renames.keys()]).map((name) => found('member-removed', at(pair, name))),
    ...without(gained, [...renames.values()]).map((name) => {
      const isRequired = requiredOf(now).includes(name)
      return found(isRequired ? 'member-added-required' : 'member-added', at(pair, name))
    }),
    ...[...new Set([...kept, ...bare])].flatMap((name) => compareMember(name, name, pair)),
  ]
}

function compareMember(old: string, fresh: string, pair: Pair): Finding[] {
  const { was, now, versions } = pair
  const place = at(pair, old)
  const [before, after] = [requiredOf(was).includes(old), requiredOf(now).includes(fresh)]
  const [schema, schemaNow] = [treeOf(was['properties'])[old], treeOf(now['properties'])[fresh]]
  return [
    ...(old === fresh ? [] : [found('member-renamed', place, old, fresh)]),
    ...(before && !after ? [found('member-optional', place)] : []),
    ...(!before && after ? [found('member-required', place)] : []),
    ...versions.compareSchemas(schema ?? {}, schemaNow ?? {}, place, versions),
  ]
}

function at(pair: Pair, name: string) {
  return below(pair.at, name, `/properties${step(name)}`)
}

function requiredOf(schema: Tree): readonly string[] {
  return textsOf(schema['required'])
}

function pick(table: Tree, names: readonly string[]): ReadonlyMap<string, unknown> {
  return new Map(names.map((name) => [name, table[name]]))
}

/**
 * What went by one name and comes by another: the same but for what people read in it, and nothing
 * else that it could be.
 */
export function renamesOf(
  lost: ReadonlyMap<string, unknown>,
  gained: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string> {
  const exact = pairs(lost, gained, isDeepStrictEqual)
  const [others, fresh] = [
    new Map([...lost].filter(([name]) => !exact.has(name))),
    new Map([...gained].filter(([name]) => ![...exact.values()].includes(name))),
  ]
  return new Map([...exact, ...pairs(others, fresh, differsInWordsOnly)])
}

function pairs(
  lost: ReadonlyMap<string, unknown>,
  gained: ReadonlyMap<string, unknown>,
  isSame: (was: unknown, now: unknown) => boolean,
): ReadonlyMap<string, string> {
  return new Map(
    [...lost].flatMap(([name, value]) => {
      const candidates = [...gained].filter(([, fresh]) => isSame(value, fresh))
      const rivals = [...lost].filter(([, other]) => isSame(value, other))
      const [candidate] = candidates
      return candidate && candidates.length === 1 && rivals.length === 1
        ? [[name, candidate[0]] as const]
        : []
    }),
  )
}
