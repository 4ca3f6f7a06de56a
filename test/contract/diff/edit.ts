import { readFileSync } from 'node:fs'
import type { DocumentName } from '../../../scripts/shared/document-names.ts'
import type { Edition } from '../../../scripts/contract-diff/contract.ts'
import { compareEditions } from '../../../scripts/contract-diff/compare-documents.ts'
import type { Change } from '../../../scripts/contract-diff/changes.ts'
import type { Tree } from '../../../scripts/contract-diff/tree.ts'

/** The bundled documents as they are. */
export const documents = Object.fromEntries(
  (['seller', 'store', 'management'] as const).map((name) => [
    name,
    JSON.parse(readFileSync(`generated/${name}.json`, 'utf8')) as Tree,
  ]),
) as Readonly<Record<DocumentName, Tree>>

/** The steps of a JSON pointer. */
export function stepsOf(pointer: string): string[] {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The document with another value at a place; all the rest is the same objects. */
export function edited(
  value: unknown,
  steps: readonly string[],
  edit: (old: unknown) => unknown,
): unknown {
  const [name, ...rest] = steps
  if (name === undefined) return edit(value)
  const inner = edited((value as Tree)[name], rest, edit)
  if (Array.isArray(value)) {
    const list = value as unknown[]
    return inner === undefined ? list.toSpliced(Number(name), 1) : list.with(Number(name), inner)
  }
  const { [name]: _old, ...others } = value as Tree
  if (inner === undefined) return others
  return { ...(value as Tree), [name]: inner }
}

/** What is told of a document that differs from the one that is there. */
export function toldOf(name: DocumentName, after: unknown): Change[] {
  const before: Edition = { [name]: documents[name] }
  return compareEditions(before, { [name]: after as Tree })
}
