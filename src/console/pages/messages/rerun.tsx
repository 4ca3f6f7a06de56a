import { useEffect } from 'preact/hooks'
import type { KoogateSchemas } from '../../../client.ts'
import { useList } from '../../api/use-list.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { About, Result } from './message-cells.tsx'
import { Skips } from './skips.tsx'

type MessageRerun = KoogateSchemas['MessageRerun']
type Call = KoogateSchemas['RerunMessage']

// While it runs nobody wants to wait for the next refresh of all.
const everyMs = 1_000

/** One re-run of many: how far it is, what came of it, and the way to stop it. */
export function Rerun({ id }: { readonly id: string }) {
  const { messages: words } = useStrings()
  const path = { id }
  const rerun = useQuery(
    (api) => api.GET('/api/v1/message-reruns/{id}', { params: { path } }),
    [id],
  )
  const { data, reload } = rerun
  const isRunning = data?.state === 'running'
  const calls = useList(
    (api, page) =>
      api.GET('/api/v1/message-reruns/{id}/messages', { params: { path, query: page } }),
    [id],
  )
  useEffect(() => calls.reload(), [data?.waiting])
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(reload, everyMs)
    return () => clearInterval(timer)
  }, [isRunning])
  if (data === undefined) return <Pending of={rerun} />
  return (
    <>
      <Progress of={data} />
      {isRunning && (
        <ActionButton
          label={words.stop}
          scope="operate"
          run={(api) => api.POST('/api/v1/message-reruns/{id}/cancel', { params: { path } })}
          done={words.stopped}
          onDone={reload}
        >
          <p>{words.stopSays}</p>
        </ActionButton>
      )}
      <Skips title={words.skippedSince} of={data.skippedSince} />
      <Skips title={words.skipped} of={data.skipped} />
      <h2>{words.calls}</h2>
      <ListTable
        list={calls}
        caption={words.calls}
        columns={columnsOf(words)}
        keyOf={({ messageId }) => messageId}
        empty={words.none}
      />
    </>
  )
}

function Progress({ of: rerun }: { readonly of: MessageRerun }) {
  const { messages: words } = useStrings()
  const { state, toRun, waiting, matched, exact, refused, failed, error } = rerun
  const done = toRun - waiting
  return (
    <>
      <p aria-live="polite">
        <Status code={state} tone={state === 'running' ? 'warn' : 'idle'} words={words.states} />{' '}
        <progress aria-label={words.progress} value={done} max={Math.max(1, toRun)} />{' '}
        {words.of(done, toRun)}
      </p>
      <Facts
        rows={[
          error !== null && [words.error, error],
          [words.succeeded, rerun.succeeded],
          [
            words.refused,
            refused.map(({ resultCode, count }) => `${count} × ${resultCode}`).join(', ') || 0,
          ],
          failed > 0 && [words.failed, failed],
          [words.filter, <code>{JSON.stringify(rerun.filter)}</code>],
          [words.title, exact ? matched : `> ${matched}`],
          [words.by, rerun.startedBy],
          [words.begunAt, <Time at={rerun.createdAt} />],
          [words.endedAt, <Time at={rerun.endedAt} />],
        ]}
      />
    </>
  )
}

const tones: Readonly<Record<string, Tone>> = { succeeded: 'good', refused: 'bad', failed: 'bad' }

const columnsOf = (words: Strings['messages']): Column<Call>[] => [
  {
    head: words.outcome,
    cell: ({ outcome }) => (
      <Status code={outcome} tone={tones[outcome] ?? 'idle'} words={words.states} />
    ),
  },
  {
    head: words.activity,
    cell: ({ messageId, activity }) => (
      <a href={paths.message(messageId)}>{activity ?? words.one}</a>
    ),
  },
  { head: words.about, cell: (call) => <About of={call} /> },
  {
    head: words.result,
    cell: ({ reason, rerunMessageId, ...answer }) => (
      <>
        {reason === null ? <Result of={answer} /> : wordFor(words.skips, reason)}{' '}
        {rerunMessageId !== null && <a href={paths.message(rerunMessageId)}>{words.rerun}</a>}
      </>
    ),
  },
  { head: words.receivedAt, cell: ({ receivedAt }) => <Time at={receivedAt} /> },
]
