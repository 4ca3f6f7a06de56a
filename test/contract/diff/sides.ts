import type { DocumentName } from '../../../scripts/shared/document-names.ts'
import { documents, stepsOf } from './edit.ts'

/** What a partner does with the values of a place. */
export type Side = 'sends' | 'reads'

type Json = Readonly<Record<string, unknown>>

// By the references in the text of each part, so that the tool's own way is not asked.
function componentsBelow(part: unknown, document: Json, found = new Set<string>()): Set<string> {
  for (const [, pointer = ''] of JSON.stringify(part ?? null).matchAll(/"\$ref":"#([^"]+)"/g)) {
    if (found.has(pointer)) continue
    found.add(pointer)
    const target = stepsOf(pointer).reduce<unknown>((at, step) => (at as Json)[step], document)
    componentsBelow(target, document, found)
  }
  return found
}

const known = new Map<DocumentName, ReadonlyMap<string, ReadonlySet<Side>>>()

/** Who meets a component of a document, by its pointer. */
function sidesIn(name: DocumentName): ReadonlyMap<string, ReadonlySet<Side>> {
  const sides = known.get(name) ?? find(documents[name])
  known.set(name, sides)
  return sides
}

function find(document: Json): Map<string, Set<Side>> {
  const sides = new Map<string, Set<Side>>()
  const note = (part: unknown, side: Side) => {
    for (const pointer of componentsBelow(part, document)) {
      sides.set(pointer, (sides.get(pointer) ?? new Set()).add(side))
    }
  }
  for (const table of ['paths', 'webhooks']) {
    const [asked, answered] = sidesOfTable(table)
    for (const item of Object.values((document[table] ?? {}) as Json)) {
      const { parameters: shared, ...operations } = item as Json
      note(shared, asked)
      for (const operation of Object.values(operations)) {
        const { parameters, requestBody, responses } = operation as Json
        note([parameters, requestBody], asked)
        note(responses, answered)
      }
    }
  }
  return sides
}

function sidesOfTable(table: string): readonly [Side, Side] {
  return table === 'webhooks' ? ['reads', 'sends'] : ['sends', 'reads']
}

/** Who meets what stands at a pointer; nobody, where it is in a component that is not used. */
export function sidesAt(name: DocumentName, pointer: string): readonly Side[] {
  const [table = '', kind = '', part = '', within = ''] = stepsOf(pointer)
  if (table === 'components') {
    const component = pointer.split('/').slice(0, 4).join('/')
    return [...(sidesIn(name).get(component) ?? [])]
  }
  const [asked, answered] = sidesOfTable(table)
  return kind !== '' && part !== '' && within === 'responses' ? [answered] : [asked]
}
