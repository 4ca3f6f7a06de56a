import { compareParameters } from './compare-parameters.ts'
import { compareServers } from './compare-servers.ts'
import { bodyKeywords, renamedInPath, responseKeywords } from './compare-values.ts'
import { type Operation, operationsOf } from './contract.ts'
import { type Finding, type Place, type Versions, found, inside } from './findings.ts'
import { type Compare, type Keywords, compareKeywords, compareReferenced } from './keywords.ts'
import * as texts from './texts.ts'
import {
  type Tree,
  pairByName,
  shown,
  step,
  tableOf,
  textsOf,
  treeOf,
  treesOf,
  without,
} from './tree.ts'
import { type PartName, useIn } from './uses.ts'

/** Every difference of the operations, or webhooks, of a document; of one that is new or gone that it is. */
export function compareOperations(versions: Versions, isWebhook: boolean): Finding[] {
  const ofKind = (document: Tree) =>
    operationsOf(document).filter((one) => one.isWebhook === isWebhook)
  const [before, after] = [ofKind(versions.before), ofKind(versions.after)]
  const pairs = pairsOf(before, after)
  const kept = new Set(pairs.values())
  return [
    ...[...pairs].flatMap(([was, now]) => compareOperation(was, now, versions)),
    ...before
      .filter((one) => !pairs.has(one))
      .map((one) => found('operation-removed', placeOf(one, 'operation'))),
    ...after
      .filter((one) => !kept.has(one))
      .map((one) => found('operation-added', placeOf(one, 'operation'))),
  ]
}

type KeyOf = (operation: Operation) => string

// By method and path; by the path whatever its parameters are called; by the id.
const keys: readonly KeyOf[] = [
  ({ name }) => name,
  ({ name }) => name.replace(/\{[^}]*\}/g, '{}'),
  ({ tree }) => shown(tree['operationId']),
]

function pairsOf(
  before: readonly Operation[],
  after: readonly Operation[],
): ReadonlyMap<Operation, Operation> {
  const pairs = new Map<Operation, Operation>()
  const taken = new Set<Operation>()
  for (const key of keys) {
    const fresh = new Map(after.filter((one) => !taken.has(one)).map((one) => [key(one), one]))
    for (const was of before.filter((one) => !pairs.has(one))) {
      const now = fresh.get(key(was))
      if (now === undefined || taken.has(now)) continue
      pairs.set(was, now)
      taken.add(now)
    }
  }
  return pairs
}

function placeOf(operation: Operation, part: PartName): Place {
  return { pointer: operation.pointer, uses: [useIn(operation, part)], suffix: '', within: [] }
}

function compareOperation(was: Operation, now: Operation, versions: Versions): Finding[] {
  const at = placeOf(was, 'operation')
  const whole = ({ tree, parameters, security }: Operation) => ({ ...tree, parameters, security })
  return [
    ...compareAddress(was, now, at),
    ...compareKeywords(operationKeywords, { was: whole(was), now: whole(now), at, versions }),
  ]
}

function compareAddress(was: Operation, now: Operation, at: Place): Finding[] {
  const [before, after] = [was, now].map(({ path }) => path.replace(/\{[^}]*\}/g, '{}'))
  // The operations of one path move as one.
  const path = { ...at, pointer: at.pointer.slice(0, at.pointer.lastIndexOf('/')) }
  if (before !== after) return [found('operation-moved', path, was.path, now.path)]
  if (was.method !== now.method) return [found('operation-moved', at, was.name, now.name)]
  const [old, fresh] = [was, now].map(({ path }) => [...path.matchAll(/\{([^}]*)\}/g)])
  return (old ?? []).flatMap(([, name = ''], index) => {
    const [, other = ''] = fresh?.[index] ?? []
    return name === other ? [] : [renamedInPath(partOf(at, 'request', name), name, other)]
  })
}

// A part of the operation that is compared as a whole.
function partOf(at: Place, part: PartName, member = ''): Place {
  return { ...at, uses: at.uses.map((use) => ({ ...use, part, member })) }
}

const compareBody: Compare = ({ was, now, at, versions }) => {
  const place = inside(partOf(at, 'request'), '/requestBody')
  const [before, after] = [was['requestBody'], now['requestBody']]
  if (after === undefined) return [found('body-removed', place)]
  if (before === undefined) {
    return [found(treeOf(after)['required'] === true ? 'body-required' : 'body-added', place)]
  }
  const pair = { was: treeOf(before), now: treeOf(after), at: place, versions }
  return compareReferenced(bodyKeywords, pair)
}

const compareAnswers: Compare = ({ was, now, at, versions }) =>
  pairByName(tableOf(was['responses']), tableOf(now['responses'])).flatMap(
    ([status, old, fresh]) => {
      const place = inside(partOf(at, 'answer'), `/responses${step(status)}`)
      const isSuccess = /^[23]/.test(status)
      if (fresh === undefined) {
        return [found(isSuccess ? 'success-removed' : 'status-removed', place, status)]
      }
      if (old === undefined) {
        return [found(isSuccess ? 'success-added' : 'status-added', place, '', status)]
      }
      return compareReferenced(responseKeywords, { was: old, now: fresh, at: place, versions })
    },
  )

const compareSecurity: Compare = ({ was, now, at }) => {
  const [before, after] = [waysOf(was), waysOf(now)]
  const [lost, gained] = [without(before, after), without(after, before)]
  if (lost.length === 0 && gained.length === 0) return []
  const kind = lost.length === 0 ? 'key-added' : 'key-changed'
  return [found(kind, at, before.join(', '), after.join(', '))]
}

const none = 'none'

function waysOf({ security }: Tree): string[] {
  const ways = treesOf(security).map((way) =>
    Object.entries(way)
      .map(([name, scopes]) => [name, ...textsOf(scopes)].join(':'))
      .sort()
      .join(' + '),
  )
  return ways.length === 0 ? [none] : ways.map((way) => way || none).sort()
}

const compareDeprecation: Compare = ({ was, now, at }) => {
  const [before, after] = [was['deprecated'] === true, now['deprecated'] === true]
  if (before === after) return []
  return [found(after ? 'operation-deprecated' : 'operation-restored', at)]
}

const compareCallbacks: Compare = ({ was, now, at }, keyword) => [
  found('callbacks-changed', inside(at, `/${keyword}`), shown(was[keyword]), shown(now[keyword])),
]

const operationKeywords: Keywords<'operation'> = {
  tags: ({ was, now, at }) => [
    found('grouping-changed', at, textsOf(was['tags']).join(', '), textsOf(now['tags']).join(', ')),
  ],
  summary: texts.compareLabel,
  description: texts.compareText,
  externalDocs: texts.compareLabel,
  operationId: ({ was, now, at }) => [
    found('operation-renamed', at, shown(was['operationId']), shown(now['operationId'])),
  ],
  parameters: ({ at, ...pair }, keyword) =>
    compareParameters({ ...pair, at: partOf(at, 'request') }, keyword),
  requestBody: compareBody,
  responses: compareAnswers,
  callbacks: compareCallbacks,
  deprecated: compareDeprecation,
  security: compareSecurity,
  servers: compareServers,
  'x-source': texts.compareSource,
  'x-repeat': texts.compareRepeat,
  'x-retry': texts.compareRetry,
  'x-changed': texts.compareLabel,
  'x-inferred': texts.compareMark,
  'x-address': ({ was, now, at }) => [
    found('address-changed', at, shown(was['x-address']), shown(now['x-address'])),
  ],
  'x-note': texts.compareText,
}
