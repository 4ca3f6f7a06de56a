import { createHash } from 'node:crypto'
import { type Change, type ChangeKind, type Side, isBreaking, isOneSided } from './changes.ts'
import type { DocumentName } from '../shared/document-names.ts'
import { nameAt } from './contract.ts'
import type { Tree } from './tree.ts'
import { type PartName, type Use, joined } from './uses.ts'

/** Both versions of a document, and what its components are called now. */
export interface Versions {
  readonly before: Tree
  readonly after: Tree
  readonly renamed: ReadonlyMap<string, string>
  /** Handed on, since schemas are made of schemas. */
  readonly compareSchemas: CompareSchemas
}

type CompareSchemas = (
  before: unknown,
  after: unknown,
  at: Place,
  versions: Versions,
) => readonly Finding[]

/** Where two parts of a document are compared, and who meets them. */
export interface Place {
  readonly pointer: string
  readonly uses: readonly Use[]
  /** True where nobody met it before: what is found there breaks nobody. */
  readonly isNew?: boolean
  /** What leads to it from the member of each use. */
  readonly suffix: string
  /** Pairs of components that are being compared, so that a circle ends. */
  readonly within: readonly string[]
}

/** What is found at one place, before it is told to each side. */
export interface Finding {
  readonly kind: ChangeKind
  readonly place: Place
  readonly was: string
  readonly now: string
}

export function found(kind: ChangeKind, place: Place, was = '', now = ''): Finding {
  return { kind, place, was, now }
}

/** The place at another pointer step, where readers see the same. */
export function inside(place: Place, steps: string): Place {
  return { ...place, pointer: place.pointer + steps }
}

/** The place of a member below another. */
export function below(place: Place, name: string, steps: string): Place {
  return { ...inside(place, steps), suffix: joined(place.suffix, name) }
}

const whole: Use = { operation: '', part: 'operation', isWebhook: false, member: '' }

/** The place of what concerns a whole document. */
export function placeOfDocument(pointer: string): Place {
  return { pointer, uses: [whole], suffix: '', within: [] }
}

/** The changes that findings in a document are: what is found twice is one of them. */
export function changesOf(document: DocumentName, findings: readonly Finding[]): Change[] {
  const changes = new Map<string, Change>()
  for (const change of findings.flatMap((finding) => toldToEach(document, finding))) {
    const known = changes.get(change.id)
    const operations = [...new Set([...(known?.operations ?? []), ...change.operations])]
    changes.set(change.id, { ...(known ?? change), operations })
  }
  return [...changes.values()]
}

// What breaks one side alone is told to each side apart.
function toldToEach(document: DocumentName, finding: Finding): Change[] {
  const { uses } = finding.place
  if (!isOneSided(finding.kind) || uses.length === 0) return [changeOf(document, finding, uses)]
  const sides = Map.groupBy(uses, ({ part, isWebhook }) => sideOf(part, isWebhook))
  return [...sides.values()].map((ones) => changeOf(document, finding, ones))
}

// The partner calls a path and answers a webhook.
function sideOf(part: PartName, isWebhook: boolean): Side {
  return (part === 'answer') === isWebhook ? 'sends' : 'reads'
}

function changeOf(document: DocumentName, finding: Finding, uses: readonly Use[]): Change {
  const { kind, place, was, now } = finding
  const { pointer, suffix, isNew = false } = place
  const [{ part, isWebhook, member } = unused(pointer)] = uses
  const side = sideOf(part, isWebhook)
  const breaking = uses.length > 0 && !isNew && isBreaking(kind, side)
  const operations = [...new Set(uses.map(({ operation }) => operation).filter(Boolean))]
  const id = idOf([document, kind, pointer, isOneSided(kind) ? side : '', was, now])
  const at = { operations, part, isWebhook, member: joined(member, suffix) }
  return { id, document, kind, breaking, pointer, ...at, was, now }
}

const unused = (pointer: string): Use => ({ ...whole, member: nameAt(pointer) })

function idOf(facts: readonly string[]): string {
  const [document = '', kind = ''] = facts
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 10)
  return `${document}-${kind}-${hash}`
}
