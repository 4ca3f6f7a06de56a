import { useEffect, useRef, useState } from 'preact/hooks'
import type { KoogateClient, KoogateResult } from '../../client.ts'
import { answerOf } from './answer.ts'
import { type ApiProblem, useConnect } from './connect.ts'
import { useLive } from './live.ts'
import type { QueryOptions } from './use-query.ts'

/** What a list is asked for, beside its filters: spread it into the query. */
export interface PageQuery {
  readonly limit: number
  readonly cursor?: string
}
interface ListPage<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

export interface List<Item> {
  /** Newest first; undefined until the first page is there. */
  readonly items: readonly Item[] | undefined
  readonly problem: ApiProblem | undefined
  /** Older ones, below; undefined when there are none. */
  readonly loadMore: (() => void) | undefined
  readonly busy: boolean
  readonly reload: () => void
}

const [pageLimit, mostAtOnce] = [50, 200]

/**
 * A list that grows at its end by `loadMore`, and refreshes as long as one request gives all that is shown.
 *
 *     const alarms = useList((api, page) => api.GET('/api/v1/alarms', { params: { query: { ...filters, ...page } } }), [filters])
 */
export function useList<Item>(
  ask: (api: KoogateClient, page: PageQuery) => Promise<KoogateResult<ListPage<Item>>>,
  deps: readonly unknown[],
  { reveal = false, once = false }: QueryOptions = {},
): List<Item> {
  const connect = useConnect()
  const { tick } = useLive()
  const [again, setAgain] = useState(0)
  const [busy, setBusy] = useState(false)
  const key = JSON.stringify([deps, reveal])
  const [kept, keep] = useState<Kept<Item>>({ key, nextCursor: null })
  const current = kept.key === key ? kept : { key, nextCursor: null }
  const shown = current.items?.length ?? 0
  const hangUp = useRef<AbortController>(undefined)

  async function load(page: PageQuery, before: readonly Item[]) {
    hangUp.current?.abort()
    const { signal } = (hangUp.current = new AbortController())
    const headers = reveal ? { 'koogate-reveal': 'true' } : undefined
    const { data, problem } = await answerOf(ask(connect({ signal, headers }), page))
    if (signal.aborted) return
    setBusy(false)
    if (data === undefined) keep({ ...current, problem })
    else keep({ key, items: [...before, ...data.items], nextCursor: data.nextCursor })
  }
  useEffect(() => {
    if (shown <= mostAtOnce) void load({ limit: Math.max(shown, pageLimit) }, [])
  }, [key, again, once || reveal ? 0 : tick])
  useEffect(() => () => hangUp.current?.abort(), [])

  const { items, problem, nextCursor } = current
  const older = () => {
    setBusy(true)
    void load({ limit: pageLimit, cursor: nextCursor ?? '' }, items ?? [])
  }
  return {
    items,
    problem,
    busy,
    loadMore: nextCursor === null ? undefined : older,
    reload: () => setAgain((count) => count + 1),
  }
}

interface Kept<Item> {
  readonly key: string
  readonly items?: readonly Item[]
  readonly nextCursor: string | null
  readonly problem?: ApiProblem
}
