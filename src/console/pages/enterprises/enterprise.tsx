import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Facts } from '../../ui/facts.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Id } from '../../ui/id.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { Applications } from './applications.tsx'
import { BindingStatus } from './binding-status.tsx'
import { Departments } from './departments.tsx'
import { Users } from './users.tsx'

type Tenant = KoogateSchemas['Tenant']
type Binding = KoogateSchemas['TenantBinding']
type Words = Strings['enterprises']

/** One enterprise: to what it is bound, its applications, users and departments. */
export default function Enterprise() {
  const { enterprises: words } = useStrings()
  const tenantId = useIdOfPage()
  const found = useQuery(
    (api) => api.GET('/api/v1/tenants/{tenantId}', { params: { path: { tenantId } } }),
    [tenantId],
  )
  const { data: tenant } = found
  if (tenant === undefined) {
    return (
      <Page title={words.one}>
        <Pending of={found} />
      </Page>
    )
  }
  // Koogate's own id, which needs no address beside it.
  const of = { tenantId }
  return (
    <Page title={tenant.name ?? words.one}>
      <ProblemNote of={found.problem} retry={found.reload} />
      <p>
        <BindingStatus state={tenant.state} /> {words.stateSays[tenant.state]}
      </p>
      <Facts rows={rowsOf(tenant, words)} />
      <p>
        <a href={paths.messages({ tenantId: tenant.tenantId })}>{words.calls}</a>
      </p>
      <h2>{words.bindings}</h2>
      <Table
        caption={words.bindings}
        columns={bindingColumns(words)}
        rows={tenant.bindings}
        keyOf={({ instanceId }) => instanceId ?? ''}
        empty="–"
      />
      <Applications {...of} />
      <Users {...of} />
      <Departments {...of} bindings={tenant.bindings} />
    </Page>
  )
}

function rowsOf(tenant: Tenant, words: Words) {
  return [
    [words.id, <Id value={tenant.tenantId} />],
    [words.code, <Id value={tenant.tenantCode} />],
    [words.domain, <OutsideLink href={tenant.domainName} />],
    [words.address, tenant.address],
    tenant.test && ([words.test, words.yes] as const),
    [words.created, <Time at={tenant.createdAt} />],
    [words.updated, <Time at={tenant.updatedAt} />],
  ] as const
}

const bindingColumns = (words: Words): Column<Binding>[] => [
  {
    head: words.instance,
    cell: ({ instanceId }) =>
      instanceId === null ? (
        words.withoutInstance
      ) : (
        <Id value={instanceId} href={paths.instance(instanceId)} />
      ),
  },
  {
    head: words.order,
    cell: ({ orderId }) => (
      <Id value={orderId} href={orderId === null ? undefined : paths.orders({ orderId })} />
    ),
  },
  { head: words.state, cell: ({ state }) => <BindingStatus state={state} /> },
  { head: words.name, cell: ({ name }) => name ?? '–' },
  { head: words.updated, cell: ({ timeStamp }) => <Time at={timeStamp} /> },
]
