import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { fromHere } from '../../shell/find-box.tsx'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Id } from '../../ui/id.tsx'
import { Kept } from '../../ui/kept.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Found = KoogateSchemas['Found']

/** What an id is; one that is one thing with a page of its own leads there. */
export default function Find() {
  const { instances: words } = useStrings()
  const { route } = useLocation()
  const id = useIdOfPage()
  const found = useQuery((api) => api.GET('/api/v1/find', { params: { query: { id } } }), [id], {
    once: true,
  })
  const [only, ...others] = found.data?.items ?? []
  const page = only && others.length === 0 ? pageOf(only) : undefined
  useEffect(() => {
    if (page !== undefined) route(fromHere(page), true)
  }, [page])
  if (page !== undefined) return null
  return (
    <Page title={words.found}>
      <p>
        <Id value={id} />
      </p>
      {found.data === undefined ? (
        <Pending of={found} />
      ) : (
        <Table
          caption={words.found}
          columns={columnsOf(words)}
          rows={found.data.items}
          keyOf={({ kind, by, ref, id: own }) => [kind, by, ref, own].join(' ')}
          empty={words.foundNone}
        />
      )}
    </Page>
  )
}

const pages: Readonly<Record<string, (found: Found) => string>> = {
  instance: ({ id }) => paths.instance(id),
  order: ({ id }) => paths.order(id),
  license: ({ id }) => paths.license(id),
  tenant: ({ id }) => paths.enterprise(id),
  user: ({ id }) => paths.enterprise(id),
  message: ({ id }) => paths.message(id),
  'webhook-endpoint': ({ id }) => paths.webhook(id),
  event: ({ id }) => paths.event(id),
  'usage-window': ({ id }) => paths.record(id),
  application: ({ id }) => paths.credential(id),
  audit: ({ id }) => paths.access({ requestId: id }),
}

const pageOf = (found: Found): string | undefined => pages[found.kind]?.(found)

const columnsOf = (words: Strings['instances']): Column<Found>[] => [
  { head: words.kind, cell: ({ kind }) => wordFor(words.kinds, kind) },
  {
    head: words.what,
    cell: (found) => {
      const page = pageOf(found)
      const name = found.kind === 'order' ? found.orderId : found.id
      return page ? <Id value={name} href={page} /> : <Kept at={found.ref} label={name ?? ''} />
    },
  },
  { head: words.by, cell: ({ by }) => wordFor({ ...words.facts, ...words.buyer }, by) },
  { head: words.facts.orderId, cell: ({ orderId }) => <Id value={orderId} /> },
  {
    head: words.where,
    cell: ({ site, address, test }) =>
      [site, address, test ? words.test : ''].filter(Boolean).join(' · ') || '–',
  },
  { head: words.at, cell: ({ at }) => <Time at={at} /> },
]
