import type { KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { BindingStatus } from './binding-status.tsx'

type Application = KoogateSchemas['TenantApplication']

/** The applications of an enterprise. */
export function Applications({ tenantId }: { readonly tenantId: string }) {
  const { enterprises: words } = useStrings()
  const list = useList(
    (api, query) =>
      api.GET('/api/v1/tenants/{tenantId}/applications', { params: { path: { tenantId }, query } }),
    [tenantId],
  )
  return (
    <>
      <h2>{words.applications}</h2>
      <ListTable
        list={list}
        caption={words.applications}
        columns={columnsOf(words)}
        keyOf={({ instanceId, appId }) => `${instanceId} ${appId}`}
        empty={words.noApplications}
      />
    </>
  )
}

const columnsOf = (words: Strings['enterprises']): Column<Application>[] => [
  { head: words.app, cell: ({ appId }) => <Id value={appId} href={paths.credential(appId)} /> },
  { head: words.client, cell: ({ clientId }) => <Id value={clientId} /> },
  {
    head: words.secret,
    cell: ({ hasSecret }) => (hasSecret ? words.secretYes : words.secretNo),
  },
  { head: words.state, cell: ({ state }) => <BindingStatus state={state} /> },
  { head: words.instance, cell: ({ instanceId }) => <Id value={instanceId} /> },
  { head: words.updated, cell: ({ updatedAt }) => <Time at={updatedAt} /> },
]
