import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/id.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Alarm = KoogateSchemas['Alarm']

export default function Alarms() {
  const { alarms: words } = useStrings()
  const filters = useFilters<KoogateQuery<'/api/v1/alarms'>>('subject', 'cleared')
  const list = useList(
    (api, page) => api.GET('/api/v1/alarms', { params: { query: { ...filters, ...page } } }),
    [filters],
  )
  return (
    <Page title={words.title}>
      <Filters
        of={[
          {
            name: 'cleared',
            label: words.state,
            options: [
              ['false', words.open],
              ['true', words.cleared],
            ],
          },
          { name: 'subject', label: words.subject },
        ]}
      />
      <ListTable
        list={list}
        caption={words.title}
        columns={columnsOf(words, list.reload)}
        keyOf={({ id }) => id}
        empty={words.none}
      />
    </Page>
  )
}

const columnsOf = (words: Strings['alarms'], reload: () => void): Column<Alarm>[] => [
  {
    head: words.state,
    cell: ({ clearedAt }) =>
      clearedAt === null ? (
        <Status code="open" tone="bad" />
      ) : (
        <Status code="cleared" tone="idle" />
      ),
  },
  { head: words.text, cell: ({ text }) => text },
  { head: words.subject, cell: ({ subject }) => <Id value={subject} /> },
  { head: words.since, cell: ({ since }) => <Time at={since} /> },
  { head: words.count, cell: ({ count }) => count, end: true },
  { head: words.clear, cell: (alarm) => <Clear alarm={alarm} onDone={reload} /> },
]

function Clear({ alarm, onDone }: { readonly alarm: Alarm; readonly onDone: () => void }) {
  const { alarms: words } = useStrings()
  if (alarm.clearedAt !== null) return <Time at={alarm.clearedAt} />
  const path = { id: alarm.id }
  return (
    <ActionButton
      label={words.clear}
      scope="operate"
      run={(api) => api.POST('/api/v1/alarms/{id}/clear', { params: { path } })}
      done={words.clearDone}
      onDone={onDone}
    >
      <p>{alarm.text}</p>
      <p>{words.clearSays}</p>
    </ActionButton>
  )
}
