import { MalformedDocument, type Tree, listOf, step, tableOf, treeOf, treesOf } from './tree.ts'
import type { DocumentName } from '../shared/document-names.ts'

/** The documents of one version, bundled; one that it does not have is left out. */
export type Edition = Readonly<Partial<Record<DocumentName, Tree>>>

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
export type Method = (typeof methods)[number]

export function isMethod(name: string): name is Method {
  return (methods as readonly string[]).includes(name)
}

/** A part of `info` of a document. */
export function infoOf(document: Tree | undefined, keyword: string): unknown {
  return treeOf(document?.['info'])[keyword]
}

/** The pointer of the component that a reference leads to; undefined where there is none. */
export function referenceOf({ $ref }: Tree): string | undefined {
  return typeof $ref === 'string' ? $ref.replace(/^#/, '') : undefined
}

/** The last name of a pointer. */
export function nameAt(pointer: string): string {
  return (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Follows references; what stands beside one counts before what it leads to. Throws for a dangling one. */
export function followed(tree: Tree, document: Tree): Tree {
  const reference = referenceOf(tree)
  if (reference === undefined) return tree
  const [, , kind = '', name = ''] = reference.split('/')
  const target = treeOf(treeOf(document['components'])[kind])[name]
  if (target === undefined) throw new MalformedDocument(`the contract has no ${reference}`)
  const { $ref: _followed, ...beside } = tree
  return followed({ ...treeOf(target), ...beside }, document)
}

/** The value at a JSON pointer; undefined where nothing stands. */
export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value: unknown, name) => {
      if (typeof value !== 'object' || value === null) return undefined
      return (value as Tree)[name.replaceAll('~1', '/').replaceAll('~0', '~')]
    }, document)
}

/** An operation of a document, or what Koogate calls on the product. */
export interface Operation {
  /** Method and path, as the report names it. */
  readonly name: string
  readonly method: Method
  readonly path: string
  readonly isWebhook: boolean
  readonly pointer: string
  readonly tree: Tree
  /** Its parameters, those of its path too. */
  readonly parameters: readonly Tree[]
  /** Ways to prove who calls, its own or the document's. */
  readonly security: readonly Tree[]
}

const known = new WeakMap<Tree, Operation[]>()

/** Every operation of a document in its order. */
export function operationsOf(document: Tree): readonly Operation[] {
  const found = known.get(document) ?? [
    ...operationsIn('paths', document),
    ...operationsIn('webhooks', document),
  ]
  known.set(document, found)
  return found
}

function operationsIn(table: 'paths' | 'webhooks', document: Tree): Operation[] {
  return [...tableOf(document[table])].flatMap(([path, item]) =>
    Object.keys(item)
      .filter(isMethod)
      .map((method) => {
        const tree = treeOf(item[method])
        return {
          name: `${method.toUpperCase()} ${path}`,
          method,
          path,
          isWebhook: table === 'webhooks',
          pointer: `/${table}${step(path)}/${method}`,
          tree,
          parameters: treesOf([...listOf(item['parameters']), ...listOf(tree['parameters'])]),
          security: treesOf(tree['security'] ?? document['security']),
        }
      }),
  )
}
