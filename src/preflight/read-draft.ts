import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { $ZodIssue } from 'zod/v4/core'
import { type Draft, draftSchema } from './draft.ts'
import type { Path } from './rule.ts'

/** A draft, and where each part of it stands. */
export interface ReadDraft {
  readonly draft: Draft
  /** The line and column of a place, counted from 1; of what is not there, of what would hold it. */
  readonly positionOf: (path: Path) => Position
}

export interface Position {
  readonly line: number
  readonly column: number
}

/** A draft that cannot be read: each fault with its line. */
export class DraftError extends Error {
  readonly faults: readonly (Position & { readonly message: string })[]

  constructor(faults: DraftError['faults']) {
    super(faults.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'))
    this.faults = faults
  }
}

/** Reads a draft of YAML (or JSON). Throws DraftError for what is no YAML or has not the form. */
export function readDraft(source: string): ReadDraft {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  if (document.errors.length > 0) {
    throw new DraftError(
      document.errors.map(({ pos, message }) => ({
        ...at(pos[0]),
        message: message.split('\n')[0] ?? message,
      })),
    )
  }
  const positionOf = (path: Path) => at(offsetOf(document, path))
  const { success, data, error } = draftSchema.safeParse(valueOf(document))
  if (success) return { draft: data, positionOf }
  throw new DraftError(
    error.issues.map((issue) => ({
      ...positionOf(placeOf(issue)),
      message: `${nameOf(placeOf(issue))}: ${issue.message}`,
    })),
  )
}

// Aliases are looked up here: one that names nothing, and those that multiply beyond all measure.
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new DraftError([{ line: 1, column: 1, message }])
  }
}

function placeOf(issue: $ZodIssue): Path {
  const path = issue.path.map((one) => (typeof one === 'symbol' ? String(one) : one))
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path
}

/** A place as people write it: `product.specs[0].name`. */
export function nameOf(path: Path): string {
  const name = path
    .map((one) => (typeof one === 'number' ? `[${one}]` : `.${one}`))
    .join('')
    .replace(/^\./, '')
  return name === '' ? 'the draft' : name
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
