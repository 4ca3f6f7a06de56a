import type { ObjectName } from '../../../../scripts/contract-diff/grammar.ts'
import type { Tree } from '../../../../scripts/contract-diff/tree.ts'

/** What a change is to who reads the report; `error`, where the tool has to refuse to speak. */
export type Class = 'breaking' | 'compatible' | 'rule' | 'counted' | 'error'

/** An edit of one thing, where it can be made, and what it is to who sends and to who reads. */
export interface Rule {
  readonly what: string
  readonly object: ObjectName
  readonly sends: Class
  readonly reads: Class
  /** What the object is after it; undefined where there is nothing of the kind to edit. */
  readonly edit: (tree: Tree, isComponent: boolean) => Tree | undefined
  /** True where all that is told has to be one change. */
  readonly isOne: boolean
}

export const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [])
export const table = (value: unknown) => (value ?? {}) as Readonly<Record<string, Tree>>
export const isText = (tree: Tree) => tree['type'] === 'string' && isFree(tree)
export const isFree = (tree: Tree) => !('enum' in tree) && !('const' in tree) && !('oneOf' in tree)
export const without = (tree: Tree, ...names: string[]) =>
  Object.fromEntries(Object.entries(tree).filter(([name]) => !names.includes(name)))
export const isNumber = (value: unknown): value is number => typeof value === 'number'

type Edit = Rule['edit']
export type Rest = readonly [what: string, sends: Class, reads: Class, edit: Edit]

export const rules =
  (object: ObjectName, isOne = false) =>
  (...all: readonly Rest[]): Rule[] =>
    all.map(([what, sends, reads, edit]) => ({ object, isOne, what, sends, reads, edit }))

/** Sets a keyword to what it was not, where a condition holds. */
export const set =
  (name: string, value: unknown, when: (tree: Tree) => boolean = () => true): Edit =>
  (tree) =>
    when(tree) && tree[name] !== value ? { ...tree, [name]: value } : undefined
/** Drops a keyword. */
export const drop =
  (name: string, when: (tree: Tree) => boolean = () => true): Edit =>
  (tree) =>
    name in tree && when(tree) ? without(tree, name) : undefined
/** Changes a number. */
export const move =
  (name: string, by: number): Edit =>
  (tree) => {
    const value = tree[name]
    if (!isNumber(value) || !isFree(tree) || value + by < 0) return undefined
    return { ...tree, [name]: value + by }
  }
/** Adds words to a text. */
export const say =
  (name: string, words: string): Edit =>
  (tree) =>
    typeof tree[name] === 'string' ? { ...tree, [name]: `${tree[name]} ${words}` } : undefined

export const plain = 'So it is.'
export const window = 'A call is valid for 60 s.'

/** The first name of a table. */
export const firstKey = (tree: unknown) => Object.keys(table(tree))[0] ?? ''
