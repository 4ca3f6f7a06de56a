import { type Change, type PartName, type Side, isBreaking } from './changes.ts'
import { type PartFinding, compareOperations } from './compare-operations.ts'
import type { Versions } from './compare-schemas.ts'
import {
  type Contract,
  type DocumentName,
  type Edition,
  type Operation,
  type PathItem,
  documentNames,
  isMethod,
} from './contract.ts'
import { countWordings } from './count-wordings.ts'
import { pairByName } from './pair-by-name.ts'

/** Every change between two versions of the contract, document by document. */
export function compareEditions(before: Edition, after: Edition): Change[] {
  return documentNames.flatMap((name) => {
    const [was, now] = [before[name], after[name]]
    if (was === undefined) return now === undefined ? [] : [ofDocument(name, 'document-added')]
    if (now === undefined) return [ofDocument(name, 'document-removed')]
    return compareDocuments(name, { before: was, after: now })
  })
}

function ofDocument(
  document: DocumentName,
  kind: 'document-added' | 'document-removed' | 'wording-changed',
  now = '',
): Change {
  const breaking = isBreaking(kind, 'sends')
  const whole = {
    operations: [],
    part: 'operation',
    isWebhook: false,
    member: '',
    was: '',
  } as const
  return { document, kind, breaking, ...whole, now }
}

function compareDocuments(document: DocumentName, versions: Versions): Change[] {
  const found = [...compareTables('paths', versions), ...compareTables('webhooks', versions)]
  const changes = merged(document, found)
  const wordings = countWordings(versions.before, versions.after)
  return wordings === 0
    ? changes
    : [...changes, ofDocument(document, 'wording-changed', String(wordings))]
}

interface Located extends PartFinding {
  readonly operation: string
  readonly isWebhook: boolean
}

// One component in many operations is one change.
function merged(document: DocumentName, found: readonly Located[]): Change[] {
  const changes = new Map<string, Change>()
  for (const { kind, identity, operation, part, isWebhook, member, was = '', now = '' } of found) {
    const key = JSON.stringify([kind, identity, part, isWebhook, was, now])
    const breaking = isBreaking(kind, sideOf(part, isWebhook))
    const known = changes.get(key)
    const operations = [...new Set([...(known?.operations ?? []), operation])]
    const first = { document, kind, breaking, part, isWebhook, member, was, now }
    changes.set(key, { ...(known ?? first), operations })
  }
  return [...changes.values()]
}

// The partner calls a path and answers a webhook.
function sideOf(part: PartName, isWebhook: boolean): Side {
  return (part === 'answer') === isWebhook ? 'sends' : 'reads'
}

function compareTables(table: 'paths' | 'webhooks', versions: Versions): Located[] {
  const [before, after] = [
    operationsOf(versions.before[table]),
    operationsOf(versions.after[table]),
  ]
  const isWebhook = table === 'webhooks'
  return pairByName(before, after).flatMap(([operation, was, now]) => {
    return compareOperations(operation, was, now, versions).map((finding): Located => {
      return { ...finding, operation, isWebhook }
    })
  })
}

function operationsOf(table: Contract['paths'] = {}): ReadonlyMap<string, Operation> {
  const all = Object.entries(table).flatMap(([path, item]) =>
    Object.keys(item)
      .filter(isMethod)
      .flatMap((method) => {
        const operation = item[method]
        if (operation === undefined) return []
        return [[`${method.toUpperCase()} ${path}`, withPathParameters(operation, item)] as const]
      }),
  )
  return new Map(all)
}

function withPathParameters(operation: Operation, { parameters = [] }: PathItem): Operation {
  return { ...operation, parameters: [...parameters, ...(operation.parameters ?? [])] }
}
