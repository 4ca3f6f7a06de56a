import type { KoogateQuery, KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { useDisabledReason } from '../../session/session.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Filters, useFilters } from '../../ui/filters.tsx'
import { Kept } from '../../ui/kept.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Entry = KoogateSchemas['InstanceTimelineEntry']
type Words = Strings['instances']

const kinds = ['call', 'change', 'event', 'delivery', 'usage', 'outbound-call', 'ask'] as const

/** What happened to an instance; each entry opens what is kept of it in place. */
export function Timeline({ instanceId }: { readonly instanceId: string }) {
  const { instances: words, access, usage } = useStrings()
  const codes = { audit: access.kinds, usage: usage.states, ask: words.askStates }
  const isOperator = useDisabledReason('admin') === undefined
  const filters = useFilters<KoogateQuery<'/api/v1/instances/{instanceId}/timeline'>>('kind')
  const list = useList(
    (api, page) =>
      api.GET('/api/v1/instances/{instanceId}/timeline', {
        params: { path: { instanceId }, query: { ...filters, ...page } },
      }),
    [instanceId, filters],
  )
  const options = [...kinds, ...(isOperator ? ['audit'] : [])].map(
    (kind) => [kind, wordFor(words.kinds, kind)] as const,
  )
  return (
    <>
      <h2>{words.timeline}</h2>
      <Filters of={[{ name: 'kind', label: words.kind, options }]} />
      <ListTable
        list={list}
        caption={words.timeline}
        columns={columnsOf(words, codes)}
        keyOf={({ kind, id }) => `${kind} ${id}`}
        empty={words.timelineNone}
      />
    </>
  )
}

const tones: Readonly<Record<string, 'bad' | 'warn' | 'good'>> = {
  failed: 'bad',
  pending: 'warn',
  done: 'good',
}
// The instance's own page shows the asks, and an entry of the audit is all there is.
const shownWhole: readonly string[] = ['ask', 'audit']

/** The words of the codes that an entry of a kind has; other codes are the store's own. */
type Codes = Readonly<Record<string, Readonly<Record<string, string>>>>

const columnsOf = (words: Words, codes: Codes): Column<Entry>[] => [
  { head: words.at, cell: ({ at }) => <Time at={at} /> },
  { head: words.kind, cell: ({ kind }) => wordFor(words.kinds, kind) },
  {
    head: words.what,
    cell: ({ kind, what, value, text, ref }) => (
      <>
        <code>{what}</code> {value} {text}
        {ref !== null && !shownWhole.includes(kind) && <Kept at={ref} label={words.open} />}
      </>
    ),
  },
  {
    head: words.outcome,
    cell: ({ kind, outcome, code, by }) => (
      <>
        {code === null ? (
          '–'
        ) : (
          <Status code={code} tone={tones[outcome ?? ''] ?? 'idle'} words={codes[kind]} />
        )}{' '}
        {by}
      </>
    ),
  },
]
