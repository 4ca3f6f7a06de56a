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
import { BindingStatus } from './binding-status.tsx'

type Tenant = KoogateSchemas['Tenant']
type Words = Strings['enterprises']

/** The buyers' enterprises, the newest first. */
export default function Enterprises() {
  const { enterprises: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/tenants'>>(
    'state',
    'test',
    'tenantId',
    'instanceId',
    'address',
  )
  const list = useList(
    (api, page) => api.GET('/api/v1/tenants', { params: { query: { ...filters, ...page } } }),
    [filters],
  )
  return (
    <Page title={words.title}>
      <Filters of={fieldsOf(words)} />
      <ListTable
        list={list}
        caption={words.title}
        columns={columnsOf(words)}
        keyOf={({ id }) => id}
        empty={words.none}
      />
    </Page>
  )
}

const fieldsOf = (words: Words) => [
  { name: 'state', label: words.state, options: Object.entries(words.states) },
  {
    name: 'test',
    label: words.test,
    options: [
      ['false', words.no],
      ['true', words.yes],
    ] as const,
  },
  { name: 'tenantId', label: words.id },
  { name: 'instanceId', label: words.instance },
  { name: 'address', label: words.address },
]

const columnsOf = (words: Words): Column<Tenant>[] => [
  {
    head: words.name,
    cell: ({ id, name, tenantId }) => <a href={paths.enterprise(id)}>{name ?? tenantId}</a>,
  },
  { head: words.id, cell: ({ tenantId }) => <Id value={tenantId} /> },
  { head: words.state, cell: ({ state }) => <BindingStatus state={state} /> },
  { head: words.bindings, cell: ({ bindings }) => bindings.length, end: true },
  { head: words.domain, cell: ({ domainName }) => domainName ?? '–' },
  { head: words.updated, cell: ({ updatedAt }) => <Time at={updatedAt} /> },
]
