import { useMemo } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Status } from '../../ui/status.tsx'
import { Subject } from '../../ui/subject.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import type { Token } from './tokens.tsx'

type Entry = KoogateSchemas['AuditEntry']
type Query = KoogateQuery<'/api/v1/audit'>

const hourMs = 3_600_000

/** Who changed what and why, and who saw private data in clear. */
export function Audit({ tokens }: { readonly tokens: readonly Token[] }) {
  const { access: words } = useStrings()
  const filters = useFilters<Query>('kind', 'tokenId', 'operation', 'subject', 'requestId')
  const from = useFrom()
  const list = useList(
    (api, page) => api.GET('/api/v1/audit', { params: { query: { ...filters, from, ...page } } }),
    [filters, from],
  )
  return (
    <section>
      <h2>{words.audit}</h2>
      <Filters
        of={[
          { name: 'tokenId', label: words.token, options: namesOf(tokens, filters.tokenId) },
          { name: 'kind', label: words.kind, options: Object.entries(words.kinds) },
          { name: 'last', label: words.within, options: Object.entries(words.last) },
          { name: 'operation', label: words.operation },
          { name: 'subject', label: words.subject },
        ]}
      />
      <ListTable
        list={list}
        caption={words.audit}
        columns={columnsOf(words)}
        keyOf={({ id }) => id}
        empty={words.auditNone}
      />
    </section>
  )
}

/** From when on, as so many hours of the address before now say it. */
function useFrom(): string | undefined {
  const { last } = useRoute().query
  return useMemo(() => {
    const hours = Number(last)
    return hours > 0 ? new Date(Date.now() - hours * hourMs).toISOString() : undefined
  }, [last])
}

// A token that was deleted, or is not on this page of the list, is known by its id.
function namesOf(tokens: readonly Token[], chosen?: string): [string, string][] {
  const known = new Map([['settings', 'settings']])
  for (const { tokenId, name } of tokens) known.set(tokenId, name)
  if (chosen !== undefined && !known.has(chosen)) known.set(chosen, chosen)
  return [...known]
}

const columnsOf = (words: Strings['access']): Column<Entry>[] => [
  { head: words.at, cell: ({ at }) => <Time at={at} /> },
  {
    head: words.token,
    cell: ({ token: { tokenId, name } }) => <a href={paths.access({ tokenId })}>{name}</a>,
  },
  {
    head: words.operation,
    cell: ({ operation, kind }) => (
      <>
        <code>{operation}</code>{' '}
        {kind !== 'change' && <Status code={kind} tone="warn" words={words.kinds} />}
      </>
    ),
  },
  {
    head: words.about,
    cell: ({ subjects }) => <Subjects of={subjects} />,
  },
  { head: words.fields, cell: ({ fields }) => fields.join(', ') || '–' },
  { head: words.reason, cell: ({ reason }) => reason ?? '–' },
  { head: words.request, cell: ({ requestId }) => <Id value={requestId} /> },
]

const mostSubjects = 3

// A page that was revealed has up to 200.
function Subjects({ of: subjects }: { readonly of: readonly string[] }) {
  const { access: words } = useStrings()
  const list = subjects.map((subject) => (
    <div key={subject}>
      <Subject of={subject} />
    </div>
  ))
  if (list.length <= mostSubjects) return <>{list}</>
  return (
    <details>
      <summary>{words.subjects(list.length)}</summary>
      {list}
    </details>
  )
}
