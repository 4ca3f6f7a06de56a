import { setTimeout as pause } from 'node:timers/promises'
import type { Parameter } from '../openapi.ts'
import type { Collection } from './collections.ts'
import { filtersOf, useOf } from './filters.ts'
import type { MemoryRequest, Told } from './told.ts'
import { type Stored, pageOf } from './pages.ts'
import { textOf } from './values.ts'
import { feedView, isFeed, lastOf, pageView, positionOf } from './views.ts'

/** A page of what there is and passes the filters; of a feed, what is behind the position. */
export function listed(
  all: readonly Stored[],
  collection: Collection,
  request: MemoryRequest,
): Told | Promise<Told> {
  const { operation, query } = request
  const { parameters = [] } = operation
  const isWanted = filtersOf(parameters, query, (parameter) => {
    const use = useOf(parameter, collection)
    return use?.kind === 'filter' ? use.passes : undefined
  })
  const wanted = all.filter(({ row }) => isWanted(row))
  if (isFeed(operation)) return fed(wanted, { all, collection, request })
  const limit = Number(valueOf('limit', request))
  const sort = valueOf('sort', request) ?? '-createdAt'
  const page = pageOf(wanted, collection, { limit, sort, cursor: query['cursor'] })
  if (page) return pageView(collection, page)
  return { refused: 400, field: 'cursor', words: 'is not a cursor of this list' }
}

interface Feed {
  readonly all: readonly Stored[]
  readonly collection: Collection
  readonly request: MemoryRequest
}

async function fed(wanted: readonly Stored[], { all, collection, request }: Feed): Promise<Told> {
  const { before } = request.query
  if (before !== undefined) return backwards(wanted, { all, collection, request })
  const after = Number(valueOf('after', request) ?? 0)
  const behind = wanted
    .filter((stored) => positionOf(stored) > after)
    .toSorted((one, other) => positionOf(one) - positionOf(other))
  const stored = behind.slice(0, Number(valueOf('limit', request)))
  // Nothing will come: who asks in a loop is held back as the service would, and nobody waits for the pause.
  const seconds = Number(valueOf('wait', request) ?? 0)
  if (stored.length === 0) await pause(seconds * 1000, undefined, { ref: false })
  // Behind what the filters left out, too.
  const next = stored.map(positionOf).at(-1) ?? Math.max(after, lastOf(all))
  return feedView(collection, all, { stored, next })
}

function backwards(wanted: readonly Stored[], { all, collection, request }: Feed): Told {
  const before = Number(valueOf('before', request)) || Infinity
  const rest = wanted
    .filter((stored) => positionOf(stored) < before)
    .toSorted((one, other) => positionOf(other) - positionOf(one))
  const stored = rest.slice(0, Number(valueOf('limit', request)))
  const last = stored.at(-1)
  const next = rest.length === stored.length || last === undefined ? 1 : positionOf(last)
  return feedView(collection, all, { stored, next })
}

function valueOf(name: string, { operation, query }: MemoryRequest): string | undefined {
  const isNamed = (parameter: Parameter) => parameter.name === name
  const value = query[name] ?? operation.parameters?.find(isNamed)?.schema?.default
  return value === undefined ? undefined : textOf(value)
}
