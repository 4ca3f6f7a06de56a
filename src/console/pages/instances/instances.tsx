import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { InstanceStatus } from './instance-status.tsx'

type Instance = KoogateSchemas['Instance']
type Words = Strings['instances']

export default function Instances() {
  const { instances: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/instances'>>(
    ...(['status', 'attention', 'test', 'address', 'orderId', 'externalId'] as const),
  )
  const list = useList(
    (api, page) => api.GET('/api/v1/instances', { params: { query: { ...filters, ...page } } }),
    [filters],
  )
  return (
    <Page title={words.title}>
      <Filters of={filtersOf(words)} />
      <ListTable
        list={list}
        caption={words.title}
        columns={columnsOf(words)}
        keyOf={({ instanceId }) => instanceId}
        empty={words.none}
      />
    </Page>
  )
}

const filtersOf = (words: Words) => [
  { name: 'status', label: words.status, options: Object.entries(words.statuses) },
  { name: 'attention', label: words.attention, options: [['true', words.yes]] as const },
  {
    name: 'test',
    label: words.test,
    options: [
      ['false', words.real],
      ['true', words.test],
    ] as const,
  },
  ...(['address', 'orderId', 'externalId'] as const).map((name) => ({
    name,
    label: words.facts[name],
  })),
]

const columnsOf = (words: Words): Column<Instance>[] => [
  { head: words.status, cell: ({ status }) => <InstanceStatus of={status} /> },
  {
    head: words.one,
    cell: ({ instanceId, attention }) => (
      <>
        <Id value={instanceId} href={paths.instance(instanceId)} />
        {attention !== null && <p class="note warn">{attention}</p>}
      </>
    ),
  },
  { head: words.facts.orderId, cell: ({ orderId }) => <Id value={orderId} /> },
  {
    head: words.plan.productName,
    cell: ({ plan, productId }) => plan.productName ?? productId ?? '–',
  },
  {
    head: words.facts.address,
    cell: ({ address, test }) => (test ? `${address} · ${words.test}` : address),
  },
  { head: words.facts.expireTime, cell: ({ expireTime }) => <Time at={expireTime} /> },
  { head: words.facts.createdAt, cell: ({ createdAt }) => <Time at={createdAt} /> },
]
