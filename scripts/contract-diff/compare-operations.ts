import type { ChangeKind, Finding, PartName } from './changes.ts'
import { type Place, type Versions, compareSchemas } from './compare-schemas.ts'
import {
  type Contract,
  type Message,
  type Operation,
  type Parameter,
  followed,
} from './contract.ts'
import { pairByName } from './pair-by-name.ts'
import { retrySentence } from '../tables/retry-table.ts'

export interface PartFinding extends Finding {
  readonly part: PartName
}

/** Every difference of one operation; of one that is new or gone that it is. */
export function compareOperations(
  operation: string,
  was: Operation | undefined,
  now: Operation | undefined,
  versions: Versions,
): PartFinding[] {
  const of = (part: PartName, findings: readonly Finding[]) =>
    findings.map((finding): PartFinding => ({ ...finding, part }))
  if (now === undefined) return of('operation', [whole('operation-removed', operation)])
  if (was === undefined) return of('operation', [whole('operation-added', operation)])
  return [
    ...of('operation', compareRules(operation, was, now, versions)),
    ...of('request', [
      ...compareParameters(operation, was, now, versions),
      ...compareBodies(operation, was, now, versions),
    ]),
    ...of('answer', compareAnswers(operation, was, now, versions)),
  ]
}

function whole(kind: ChangeKind, operation: string, was = '', now = ''): Finding {
  return { kind, identity: operation, member: '', was, now }
}

function compareRules(
  operation: string,
  was: Operation,
  now: Operation,
  { before, after }: Versions,
): Finding[] {
  const texts = [
    ['key-changed', keysOf(was, before), keysOf(now, after)],
    ['repeat-changed', was['x-repeat'] ?? '', now['x-repeat'] ?? ''],
    ['retry-changed', retrySentence(was['x-retry'] ?? ''), retrySentence(now['x-retry'] ?? '')],
  ] as const
  const isDeprecated = was.deprecated !== true && now.deprecated === true
  return [
    ...(isDeprecated ? [whole('operation-deprecated', operation)] : []),
    ...texts
      .filter(([, old, fresh]) => old !== fresh)
      .map(([kind, old, fresh]) => whole(kind, operation, old, fresh)),
  ]
}

function keysOf({ security }: Operation, contract: Contract): string {
  const ways = (security ?? contract.security ?? []).map((one) => Object.keys(one).join(' + '))
  return ways.sort().join(', ') || 'none'
}

function compareParameters(
  operation: string,
  was: Operation,
  now: Operation,
  versions: Versions,
): Finding[] {
  const before = parametersOf(was, versions.before)
  const after = parametersOf(now, versions.after)
  return pairByName(before, after).flatMap(([name, old, fresh]) => {
    // A query that is one object has members of its own, and none of the parameter's name.
    const member = (fresh ?? old)?.explode === true ? '' : name
    return compareParameter(placeOf(`${operation} ${name}`, member), old, fresh, versions)
  })
}

function compareParameter(
  place: Place,
  was: Presence | undefined,
  now: Presence | undefined,
  versions: Versions,
): Finding[] {
  const one = (kind: ChangeKind) => ({ kind, identity: place.identity, member: place.member })
  if (now === undefined) return [one('member-removed')]
  if (was === undefined) {
    return [one(now.required === true ? 'member-added-required' : 'member-added')]
  }
  const presence =
    was.required === now.required
      ? []
      : [one(now.required === true ? 'member-required' : 'member-optional')]
  return [...presence, ...compareSchemas(was.schema ?? {}, now.schema ?? {}, place, versions)]
}

type Presence = Pick<Parameter, 'required' | 'schema'>

function parametersOf(operation: Operation, contract: Contract): ReadonlyMap<string, Parameter> {
  return new Map(
    (operation.parameters ?? []).map((reference) => {
      const parameter = followed(reference, contract)
      const { name, in: place } = parameter
      const required = parameter.required === true
      return [place === 'header' ? name.toLowerCase() : name, { ...parameter, required }]
    }),
  )
}

function compareBodies(
  operation: string,
  was: Operation,
  now: Operation,
  versions: Versions,
): Finding[] {
  const before = was.requestBody && followed(was.requestBody, versions.before)
  const after = now.requestBody && followed(now.requestBody, versions.after)
  const [needed, needs] = [before?.required === true, after?.required === true]
  return [
    ...(!needed && needs ? [whole('body-required', operation)] : []),
    ...(needed && !needs ? [whole('body-optional', operation)] : []),
    ...(before && after ? compareContents(operation, before, after, versions) : []),
  ]
}

function compareAnswers(
  operation: string,
  was: Operation,
  now: Operation,
  versions: Versions,
): Finding[] {
  const [before, after] = [entriesOf(was.responses), entriesOf(now.responses)]
  return pairByName(before, after).flatMap(([status, old, fresh]) => {
    if (fresh === undefined) {
      const kind = /^[23]/.test(status) ? 'success-removed' : 'status-removed'
      return [whole(kind, operation, status)]
    }
    if (old === undefined) return [whole('status-added', operation, '', status)]
    const [followedOld, followedFresh] = [
      followed(old, versions.before),
      followed(fresh, versions.after),
    ]
    return [
      ...compareHeaders(operation, followedOld, followedFresh, versions),
      ...compareContents(operation, followedOld, followedFresh, versions),
    ]
  })
}

function compareHeaders(
  operation: string,
  was: Message,
  now: Message,
  versions: Versions,
): Finding[] {
  const presence = ({ headers = {} }: Message, contract: Contract) =>
    new Map(
      Object.entries(headers).map(([name, header]) => {
        const { required = false, schema } = followed(header, contract)
        return [name, { required, ...(schema && { schema }) }] as const
      }),
    )
  const [before, after] = [presence(was, versions.before), presence(now, versions.after)]
  return pairByName(before, after).flatMap(([name, old, fresh]) =>
    compareParameter(placeOf(`${operation} ${name}`, name), old, fresh, versions),
  )
}

function compareContents(
  operation: string,
  was: Message,
  now: Message,
  versions: Versions,
): Finding[] {
  const [before, after] = [entriesOf(was.content), entriesOf(now.content)]
  return pairByName(before, after).flatMap(([type, old, fresh]) => {
    if (fresh === undefined) return [whole('media-removed', operation, type)]
    if (old === undefined) return [whole('media-added', operation, '', type)]
    return compareSchemas(old.schema ?? {}, fresh.schema ?? {}, placeOf(operation, ''), versions)
  })
}

function entriesOf<Value>(table: Readonly<Record<string, Value>> = {}): ReadonlyMap<string, Value> {
  return new Map(Object.entries(table))
}

function placeOf(identity: string, member: string): Place {
  return { member, identity, within: [] }
}
