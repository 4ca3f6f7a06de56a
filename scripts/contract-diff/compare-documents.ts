import { compareComponents, renamedComponents } from './compare-components.ts'
import { compareOperations } from './compare-operations.ts'
import { compareSchemas } from './compare-schemas.ts'
import { compareServers } from './compare-servers.ts'
import type { Change } from './changes.ts'
import { documentNames } from '../shared/document-names.ts'
import { type Edition, operationsOf } from './contract.ts'
import {
  type Finding,
  type Versions,
  changesOf,
  found,
  inside,
  placeOfDocument,
} from './findings.ts'
import { checkKeywords } from './grammar.ts'
import { type Compare, type Keywords, compareKeywords, elsewhere } from './keywords.ts'
import * as texts from './texts.ts'
import { type Tree, pairByName, shown, step, tableOf, treeOf, treesOf } from './tree.ts'
import { useIn } from './uses.ts'

/** Every change between two versions of the contract, document by document. */
export function compareEditions(before: Edition, after: Edition): Change[] {
  return documentNames.flatMap((name) => {
    const [was, now] = [before[name], after[name]]
    for (const document of [was, now]) if (document !== undefined) checkKeywords(document)
    return changesOf(name, compareDocuments(was, now))
  })
}

function compareDocuments(before: Tree | undefined, after: Tree | undefined): Finding[] {
  const at = placeOfDocument('')
  if (after === undefined) return before === undefined ? [] : [found('document-removed', at)]
  if (before === undefined) return [found('document-added', at)]
  const renamed = renamedComponents(before, after)
  const versions: Versions = { before, after, renamed, compareSchemas }
  return compareKeywords(documentKeywords, { was: before, now: after, at, versions })
}

const compareOpenApi: Compare = ({ was, now, at }) => {
  const [before, after] = [shown(was['openapi']), shown(now['openapi'])]
  const line = (version: string) => version.split('.', 2).join('.')
  return line(before) === line(after) ? [] : [found('openapi-changed', at, before, after)]
}

const comparePromise: Compare = ({ was, now, at }) => {
  const [before, after] = [was['x-additive'] === true, now['x-additive'] === true]
  return before === after ? [] : [found(after ? 'promise-made' : 'promise-dropped', at)]
}

const infoKeywords: Keywords<'info'> = {
  title: texts.compareLabel,
  summary: texts.compareLabel,
  description: texts.compareText,
  termsOfService: texts.compareLabel,
  contact: texts.compareLabel,
  license: texts.compareLabel,
  version: ({ was, now, at }) => [
    found('version-changed', at, shown(was['version']), shown(now['version'])),
  ],
  'x-additive': comparePromise,
}

// It is the key of each operation that has none of its own.
const compareSecurity: Compare = ({ versions }) => [
  ...compareOperations(versions, false),
  ...compareOperations(versions, true),
]

const tagKeywords: Keywords<'tag'> = {
  name: () => elsewhere,
  description: texts.compareText,
  externalDocs: texts.compareLabel,
}

const compareTags: Compare = ({ was, now, at, versions }) => {
  const byName = ({ tags }: Tree) => new Map(treesOf(tags).map((tag) => [shown(tag['name']), tag]))
  return pairByName(byName(was), byName(now)).flatMap(([name, old, fresh]) => {
    const place = inside(at, `/tags${step(name)}`)
    if (old === undefined) return [found('grouping-changed', place, '', name)]
    if (fresh === undefined) return [found('grouping-changed', place, name, '')]
    return compareKeywords(tagKeywords, { was: old, now: fresh, at: place, versions })
  })
}

// Its operations are compared among all others, for one may have moved here.
const pathKeywords: Keywords<'pathItem'> = {
  summary: texts.compareLabel,
  description: texts.compareText,
  get: () => elsewhere,
  put: () => elsewhere,
  post: () => elsewhere,
  delete: () => elsewhere,
  options: () => elsewhere,
  head: () => elsewhere,
  patch: () => elsewhere,
  trace: () => elsewhere,
  servers: compareServers,
  parameters: () => elsewhere,
}

const comparePaths: Compare = ({ was, now, versions }, keyword) => [
  ...compareOperations(versions, keyword === 'webhooks'),
  ...pairByName(tableOf(was[keyword]), tableOf(now[keyword])).flatMap(([path, old, fresh]) => {
    if (old === undefined || fresh === undefined) return []
    const pointer = `/${keyword}${step(path)}`
    const operations = operationsOf(versions.before).filter((one) => one.path === path)
    const uses = operations.map((operation) => useIn(operation, 'operation'))
    const at = { ...placeOfDocument(pointer), uses }
    return compareKeywords(pathKeywords, { was: old, now: fresh, at, versions })
  }),
]

const documentKeywords: Keywords<'document'> = {
  openapi: compareOpenApi,
  info: ({ was, now, at, versions }) => {
    const pair = { was: treeOf(was['info']), now: treeOf(now['info']), at: inside(at, '/info') }
    return compareKeywords(infoKeywords, { ...pair, versions })
  },
  jsonSchemaDialect: ({ was, now, at }, keyword) => [
    found('openapi-changed', at, shown(was[keyword]), shown(now[keyword])),
  ],
  servers: compareServers,
  paths: comparePaths,
  webhooks: comparePaths,
  components: ({ versions }) => compareComponents(versions),
  security: compareSecurity,
  tags: compareTags,
  externalDocs: texts.compareLabel,
}
