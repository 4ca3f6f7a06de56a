import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Facts } from '../../ui/facts.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Id } from '../../ui/id.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Ago, Time } from '../../ui/time.tsx'
import { SelectedActions } from './selected-actions.tsx'
import { Holds } from './summary.tsx'
import { WindowState, toneOf, whyOf } from './window-state.tsx'

type Detail = KoogateSchemas['UsageWindowDetail']

/** One usage record of the store: why it is where it is, what it is made of, and what the store said. */
export default function Record() {
  const { usage: words, ui } = useStrings()
  const meteringSn = useIdOfPage()
  const record = useQuery(
    (api) => api.GET('/api/v1/usage/windows/{meteringSn}', { params: { path: { meteringSn } } }),
    [meteringSn],
  )
  const { data } = record
  if (data === undefined) {
    return (
      <Page title={words.record}>
        <Pending of={record} />
      </Page>
    )
  }
  const { state, uncertain, push } = data
  return (
    <Page title={words.record}>
      <div class={`note ${toneOf(state)}`}>
        <WindowState of={state} />
        <p>{wordFor(words.next, state)}</p>
        <p>{whyOf(data, words)}</p>
        {uncertain && <p>{words.uncertain}</p>}
      </div>
      {!over.includes(state) && <Holds site={data.site} address={data.address} />}
      <SelectedActions one of={{ meteringSn }} onDone={record.reload} />
      <Facts rows={factsOf(data, words)} />
      <h2>{words.answer}</h2>
      {push === null ? <p class="empty">{words.notPushed}</p> : <Push of={push} />}
      <h2>{words.reported}</h2>
      <Table
        caption={words.reported}
        columns={columnsOf(words)}
        rows={data.accepted}
        keyOf={({ recordId }) => recordId}
        empty={ui.nothingKept}
      />
    </Page>
  )
}

const factsOf = (data: Detail, words: Strings['usage']): FactRows => [
  [words.record, <Id value={data.meteringSn} />],
  [words.instance, <Id value={data.instanceId} href={paths.instance(data.instanceId)} />],
  data.packageInstanceId !== null && [
    words.package,
    <Id value={data.packageInstanceId} href={paths.instance(data.packageInstanceId)} />,
  ],
  [words.amount, data.value],
  [words.begin, <Time at={data.beginTime} />],
  [words.end, <Time at={data.endTime} />],
  data.shiftedFrom !== null && [words.shifted, <Time at={data.shiftedFrom.beginTime} />],
  [words.address, `${data.site}, ${data.address}`],
  [words.attempts, data.attempts],
  data.nextAt !== null && [words.nextAt, <Time at={data.nextAt} />],
  !over.includes(data.state) && [
    words.deadline,
    <>
      <Time at={data.deadline} /> (<Ago at={data.deadline} />)
    </>,
  ],
]
type FactRows = Parameters<typeof Facts>[0]['rows']

const over: readonly string[] = ['taken', 'expired', 'void']

function Push({ of: push }: { readonly of: NonNullable<Detail['push']> }) {
  const { usage: words } = useStrings()
  return (
    <Facts
      rows={[
        [words.sent, <Time at={push.sentAt} />],
        [words.status, push.status],
        [words.answer, [push.code, push.message].filter(Boolean).join(': ')],
        [words.batch, push.records],
      ]}
    />
  )
}

const columnsOf = (words: Strings['usage']): Column<Detail['accepted'][number]>[] => [
  { head: words.recordId, cell: ({ recordId }) => <Id value={recordId} /> },
  { head: words.amount, cell: ({ value }) => value, end: true },
  { head: words.received, cell: ({ receivedAt }) => <Time at={receivedAt} /> },
]
