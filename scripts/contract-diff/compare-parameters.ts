import { followed, referenceOf } from './contract.ts'
import { parameterKeywords } from './compare-values.ts'
import { type Place, type Versions, below, found } from './findings.ts'
import { type Compare, compareReferenced } from './keywords.ts'
import { differsInWordsOnly } from './texts.ts'
import { type Tree, shown, step, treesOf } from './tree.ts'
import { memberOf } from './uses.ts'

/** The parameters of an operation, those of its path among them. */
export const compareParameters: Compare = ({ was, now, at, versions }) => {
  const before = treesOf(was['parameters']).map((tree) => parameterOf(tree, versions.before))
  const after = treesOf(now['parameters']).map((tree) => parameterOf(tree, versions.after))
  const pairs = pairsOf(before, after, versions)
  const kept = [...pairs.values()]
  return [
    ...[...pairs].flatMap(([old, fresh]) => {
      const place = placeOf(old, at)
      return compareReferenced(parameterKeywords, {
        was: old.tree,
        now: fresh.tree,
        at: place,
        versions,
      })
    }),
    ...before
      .filter((one) => !pairs.has(one))
      .map((one) => found('member-removed', placeOf(one, at))),
    ...after
      .filter((one) => !kept.includes(one))
      .map((one) => {
        const isRequired = one.full['required'] === true
        return found(isRequired ? 'member-added-required' : 'member-added', placeOf(one, at))
      }),
  ]
}

interface Parameter {
  readonly tree: Tree
  readonly full: Tree
  readonly name: string
  readonly in: string
}

function parameterOf(tree: Tree, document: Tree): Parameter {
  const full = followed(tree, document)
  const [name, place] = [shown(full['name']), shown(full['in'])]
  return { tree, full, name: place === 'header' ? name.toLowerCase() : name, in: place }
}

function placeOf({ full, name, in: place }: Parameter, at: Place): Place {
  return below(at, memberOf(full, name), `/parameters/${place}${step(name)}`)
}

type IsPair = (was: Parameter, now: Parameter) => boolean

// From what is surely the same to what is likely to be.
function pairsOf(
  before: readonly Parameter[],
  after: readonly Parameter[],
  { renamed }: Versions,
): ReadonlyMap<Parameter, Parameter> {
  const pairs = new Map<Parameter, Parameter>()
  const isSame: IsPair[] = [
    (was, now) => {
      const from = referenceOf(was.tree)
      return from !== undefined && (renamed.get(from) ?? from) === referenceOf(now.tree)
    },
    (was, now) => was.in === now.in && was.name === now.name,
    (was, now) => was.in === 'path' && now.in === 'path',
    (was, now) => was.name.toLowerCase() === now.name.toLowerCase(),
    (was, now) => was.in === now.in && differsInWordsOnly(nameless(was), nameless(now)),
  ]
  for (const isPair of isSame) {
    const taken = new Set(pairs.values())
    for (const was of before.filter((one) => !pairs.has(one))) {
      const now = after.find((one) => !taken.has(one) && isPair(was, one))
      if (now === undefined) continue
      pairs.set(was, now)
      taken.add(now)
    }
  }
  return pairs
}

function nameless({ full: { name: _name, ...others } }: Parameter): Tree {
  return others
}
