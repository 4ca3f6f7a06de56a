import { useState } from 'preact/hooks'
import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Subject } from '../../ui/subject.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Alarm = KoogateSchemas['Alarm']

type Query = KoogateQuery<'/api/v1/alarms'>
type Words = Strings['alarms']

/** What somebody has to look at: what it means, and what to do. Those that are cleared come below. */
export default function Alarms() {
  const { alarms: words } = useStrings()
  const { cleared = false, ...filters } = useFilters<Query>('key', 'subject', 'cleared')
  const [showsCleared, showCleared] = useState(cleared)
  return (
    <Page title={words.title}>
      <Filters of={fieldsOf(words)} />
      <AlarmList of={{ ...filters, cleared: false }} empty={words.none} />
      <details open={cleared} onToggle={() => showCleared(true)}>
        <summary>{words.cleared}</summary>
        {showsCleared && <AlarmList of={{ ...filters, cleared: true }} empty={words.noneCleared} />}
      </details>
    </Page>
  )
}

const fieldsOf = (words: Words) => [
  {
    name: 'key',
    label: words.kind,
    options: Object.entries(words.kinds).map(([key, [means]]) => [key, means] as const),
  },
  { name: 'subject', label: words.subject },
]

interface AlarmListProps {
  readonly of: Query
  readonly empty: string
}

function AlarmList({ of: query, empty }: AlarmListProps) {
  const { alarms: words } = useStrings()
  const list = useList(
    (api, page) => api.GET('/api/v1/alarms', { params: { query: { ...query, ...page } } }),
    [query],
  )
  return (
    <ListTable
      list={list}
      caption={query.cleared ? words.cleared : words.title}
      columns={columnsOf(words, list.reload)}
      keyOf={({ id }) => id}
      empty={empty}
    />
  )
}

const columnsOf = (words: Words, reload: () => void): Column<Alarm>[] => [
  { head: words.text, cell: (alarm) => <What alarm={alarm} /> },
  { head: words.subject, cell: ({ subject }) => <Subject of={subject} /> },
  {
    head: words.since,
    cell: ({ since, updatedAt }) => (
      <>
        <Time at={since} />
        <br />
        <small>
          {words.last} <Time at={updatedAt} />
        </small>
      </>
    ),
  },
  { head: words.count, cell: ({ count }) => count, end: true },
  { head: words.clear, cell: (alarm) => <Clear alarm={alarm} onDone={reload} /> },
]

// A kind that is newer than these words is named by its key, and says itself what happened.
function What({ alarm: { key, text } }: { readonly alarm: Alarm }) {
  const { alarms: words } = useStrings()
  const [means, todo] = Object.hasOwn(words.kinds, key) ? (words.kinds[key] ?? []) : []
  return (
    <>
      <strong>{means ?? key}</strong>
      <br />
      {text}
      {todo !== undefined && (
        <details>
          <summary>{words.todo}</summary>
          {todo}
        </details>
      )}
    </>
  )
}

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
