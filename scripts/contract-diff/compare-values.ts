import { compareDeprecation } from './schema-flags.ts'
import { type Finding, type Place, below, found, inside } from './findings.ts'
import { type Compare, type Keywords, compareKeywords, compareReferenced } from './keywords.ts'
import * as texts from './texts.ts'
import { type Tree, pairByName, shown, step, tableOf } from './tree.ts'

const compareSchema: Compare = ({ was, now, at, versions }) =>
  versions.compareSchemas(was['schema'] ?? {}, now['schema'] ?? {}, inside(at, '/schema'), versions)

const compareEncoding: Compare = ({ was, now, at }) => {
  const isWordsOnly = texts.differsInWordsOnly(was['encoding'], now['encoding'])
  const kind = isWordsOnly ? 'text-changed' : 'encoding-changed'
  return [found(kind, inside(at, '/encoding'), shown(was['encoding']), shown(now['encoding']))]
}

/** Scenes by name. */
const compareExamples: Compare = ({ was, now, at, versions }, keyword) =>
  pairByName(tableOf(was[keyword]), tableOf(now[keyword])).flatMap(([name, old, fresh]) => {
    const place = inside(at, `/${keyword}${step(name)}`)
    if (old === undefined || fresh === undefined) {
      return [found('example-changed', place, shown(old), shown(fresh))]
    }
    return compareReferenced(exampleKeywords, { was: old, now: fresh, at: place, versions })
  })

/** What becomes of each keyword of a scene. */
export const exampleKeywords: Keywords<'example'> = {
  summary: texts.compareLabel,
  description: texts.compareLabel,
  value: texts.compareExample,
  externalValue: texts.compareExample,
  'x-answers': texts.compareExample,
}

const mediaKeywords: Keywords<'media'> = {
  schema: compareSchema,
  example: texts.compareExample,
  examples: compareExamples,
  encoding: compareEncoding,
}

/** The bodies of a message by their content type. */
export const compareContent: Compare = ({ was, now, at, versions }) =>
  pairByName(tableOf(was['content']), tableOf(now['content'])).flatMap(([type, old, fresh]) => {
    const place = inside(at, `/content${step(type)}`)
    if (fresh === undefined) return [found('media-removed', place, type)]
    if (old === undefined) return [found('media-added', place, '', type)]
    return compareKeywords(mediaKeywords, { was: old, now: fresh, at: place, versions })
  })

const comparePresence: Compare = ({ was, now, at }) => {
  const [before, after] = [was['required'] === true, now['required'] === true]
  if (before === after) return []
  return [found(after ? 'member-required' : 'member-optional', at)]
}

// How a value is written into a query, a path or a header; what is left out is the usual way.
const compareSerialisation: Compare = ({ was, now, at }) => {
  const [before, after] = [serialisationOf(was), serialisationOf(now)]
  return before === after ? [] : [found('serialisation-changed', at, before, after)]
}

function serialisationOf(parameter: Tree): string {
  const isForm = parameter['in'] === 'query' || parameter['in'] === 'cookie'
  const style = parameter['style'] ?? (isForm ? 'form' : 'simple')
  const explode = parameter['explode'] ?? style === 'form'
  const flags = ['allowReserved', 'allowEmptyValue'].filter((name) => parameter[name] === true)
  return [`style ${shown(style)}`, `explode ${shown(explode)}`, ...flags].join(', ')
}

const shared = {
  description: texts.compareText,
  required: comparePresence,
  deprecated: compareDeprecation,
  style: compareSerialisation,
  explode: compareSerialisation,
  schema: compareSchema,
  content: compareContent,
  example: texts.compareExample,
  examples: compareExamples,
  'x-source': texts.compareSource,
  'x-changed': texts.compareLabel,
  'x-inferred': texts.compareMark,
  'x-note': texts.compareText,
} as const

/** What becomes of each keyword of a header of an answer. */
export const headerKeywords: Keywords<'header'> = shared

// The name in a path is the same change wherever the path has it.
const compareName: Compare = ({ was, now, at }) => {
  const [before, after] = [shown(was['name']), shown(now['name'])]
  if (now['in'] === 'path') return [renamedInPath(at, before, after)]
  const isSame = now['in'] === 'header' && before.toLowerCase() === after.toLowerCase()
  return isSame ? [] : [found('member-renamed', at, before, after)]
}

/** That a parameter of paths has another name. */
export function renamedInPath(at: Place, was: string, now: string): Finding {
  return found('path-parameter-renamed', { ...at, pointer: `/paths/*${step(was)}` }, was, now)
}

/** What becomes of each keyword of a parameter. */
export const parameterKeywords: Keywords<'parameter'> = {
  ...shared,
  name: compareName,
  in: ({ was, now, at }) => [found('member-moved', at, shown(was['in']), shown(now['in']))],
  allowEmptyValue: compareSerialisation,
  allowReserved: compareSerialisation,
}

const compareHeaders: Compare = ({ was, now, at, versions }) =>
  pairByName(tableOf(was['headers']), tableOf(now['headers'])).flatMap(([name, old, fresh]) => {
    const place = below(at, name, `/headers${step(name)}`)
    if (fresh === undefined) return [found('member-removed', place)]
    if (old === undefined) return [found('member-added', place)]
    return compareReferenced(headerKeywords, { was: old, now: fresh, at: place, versions })
  })

/** What becomes of each keyword of an answer. */
export const responseKeywords: Keywords<'response'> = {
  description: texts.compareText,
  headers: compareHeaders,
  content: compareContent,
  links: ({ was, now, at }) => [
    found('links-changed', at, shown(was['links']), shown(now['links'])),
  ],
}

const compareNeed: Compare = ({ was, now, at }) => {
  const [before, after] = [was['required'] === true, now['required'] === true]
  return before === after ? [] : [found(after ? 'body-required' : 'body-optional', at)]
}

/** What becomes of each keyword of a request's body. */
export const bodyKeywords: Keywords<'requestBody'> = {
  description: texts.compareText,
  content: compareContent,
  required: compareNeed,
}
