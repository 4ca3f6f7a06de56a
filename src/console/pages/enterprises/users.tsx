import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { RevealButton, useReveal } from '../../ui/reveal.tsx'
import type { Column } from '../../ui/table.tsx'
import { UserStatus } from './binding-status.tsx'

type User = KoogateSchemas['TenantUser']
type Words = Strings['enterprises']

/** Who may use an application of the enterprise, masked until somebody asks. */
export function Users({ tenantId }: { readonly tenantId: string }) {
  const { enterprises: words } = useStrings()
  const reveal = useReveal()
  const filters = useFilters<KoogateQuery<'/api/v1/tenants/{tenantId}/users'>>('state', 'userName')
  const list = useList(
    (api, page) =>
      api.GET('/api/v1/tenants/{tenantId}/users', {
        params: { path: { tenantId }, query: { ...filters, ...page } },
      }),
    [tenantId, filters],
    reveal,
  )
  return (
    <>
      <h2>{words.users}</h2>
      <RevealButton of={reveal} />
      <Filters
        of={[
          { name: 'state', label: words.state, options: Object.entries(words.userStates) },
          { name: 'userName', label: words.account },
        ]}
      />
      <ListTable
        list={list}
        caption={words.users}
        columns={columnsOf(words)}
        // Masked, several look alike.
        keyOf={(user) => String(list.items?.indexOf(user))}
        empty={words.noUsers}
      />
    </>
  )
}

const columnsOf = (words: Words): Column<User>[] => [
  { head: words.account, cell: ({ userName }) => userName },
  { head: words.name, cell: ({ name }) => name ?? '–' },
  { head: words.role, cell: ({ role }) => wordFor(words.roles, role) },
  {
    head: words.state,
    cell: ({ state, enabled }) => (
      <>
        <UserStatus state={state} /> {!enabled && words.disabled}
      </>
    ),
  },
  { head: words.mobile, cell: ({ mobile }) => mobile ?? '–' },
  { head: words.email, cell: ({ email }) => email ?? '–' },
  { head: words.department, cell: ({ orgCode }) => orgCode ?? '–' },
]
