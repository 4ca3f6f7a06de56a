import { isRow } from './memory/values.ts'

/** What a request says, by its members and parameters. */
export type Said = Readonly<Record<string, unknown>>

/** Ids that are shorter could be a part of anything. */
const shortestId = 6

/**
 * A scene about the things that the request named: where it shows an id of the same name, with the
 * request's own, wherever that is written in it.
 */
export function aboutWhatWasSaid(text: string, said: Said): string {
  const scene: unknown = JSON.parse(text)
  return idsIn(said).reduce((shown, [name, id]) => {
    const theirs = firstNamed(name, scene)
    return theirs === undefined || shown.includes(`"${id}"`) ? shown : swapped(shown, theirs, id)
  }, text)
}

/** How many of the ids of a request a scene shows. */
export function namedIn(scene: unknown, said: Said): number {
  const text = JSON.stringify(scene)
  return idsIn(said).filter(([, id]) => text.includes(`"${id}"`)).length
}

// `orderId` is one; several at once, and a bare `id`, could be of anything.
function idsIn(said: Said): [string, string][] {
  return Object.entries(said).flatMap(([name, value]) => {
    const isId = name.endsWith('Id') && typeof value === 'string' && /^[\w.-]+$/.test(value)
    return isId ? [[name, value] as [string, string]] : []
  })
}

function firstNamed(name: string, value: unknown): string | undefined {
  if (Array.isArray(value)) return firstNamed(name, value[0])
  if (!isRow(value)) return undefined
  const own = value[name]
  if (typeof own === 'string' && own.length >= shortestId) return own
  for (const member of Object.values(value)) {
    const below = firstNamed(name, member)
    if (below !== undefined) return below
  }
  return undefined
}

function swapped(text: string, theirs: string, own: string): string {
  return text.replaceAll(JSON.stringify(theirs).slice(1, -1), own)
}
