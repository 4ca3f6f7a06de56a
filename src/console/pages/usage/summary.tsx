import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/strings.ts'
import { Pending } from '../../ui/pending.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { WindowState } from './window-state.tsx'

/** How much waits and what holds it up; of one instance also what is over. */
export function Summary({ instanceId }: { readonly instanceId?: string }) {
  const { usage: words } = useStrings()
  const summary = useQuery(
    (api) => api.GET('/api/v1/usage/summary', { params: { query: { instanceId } } }),
    [instanceId],
  )
  const { data } = summary
  const title = instanceId === undefined ? words.summary : words.summaryOf
  return (
    <>
      <h2>{title}</h2>
      {data === undefined ? (
        <Pending of={summary} />
      ) : (
        <>
          <Table
            caption={title}
            columns={[
              {
                head: words.state,
                cell: ({ state }) => (
                  <a href={paths.usage({ instanceId, state })}>
                    <WindowState of={state} />
                  </a>
                ),
              },
              { head: words.windows, cell: ({ windows }) => windows, end: true },
              // Of several instances it would mix units.
              ...(instanceId === undefined
                ? []
                : [{ head: words.amount, cell: ({ value }: Sum) => value, end: true }]),
            ]}
            rows={data.states}
            keyOf={({ state }) => state}
            empty={words.nothing}
          />
          <HoldNotes of={data.holds} />
        </>
      )}
    </>
  )
}

type Sum = KoogateSchemas['UsageStateSum']

/** What holds up the pushes that an address of a site signs. */
export function Holds({ site, address }: { readonly site: string; readonly address: string }) {
  const { data } = useQuery((api) => api.GET('/api/v1/usage/summary'), [])
  const isOf = (hold: Hold) => hold.site === site && (hold.address ?? address) === address
  return <HoldNotes of={data?.holds.filter(isOf) ?? []} />
}

type Hold = KoogateSchemas['UsageHold']

function HoldNotes({ of: holds }: { readonly of: readonly Hold[] }) {
  return holds.map((hold) => <HoldNote key={`${hold.site} ${hold.address ?? ''}`} of={hold} />)
}

function HoldNote({ of: hold }: { readonly of: Hold }) {
  const { usage: words } = useStrings()
  const { site, address, until, reason, recordsPerCall } = hold
  return (
    <div class="note warn">
      <strong>
        {words.holds}: {site}, {address ?? words.allOfSite}
      </strong>
      {until !== null && (
        <p>
          {reason} ({words.until} <Time at={until} />)
        </p>
      )}
      {recordsPerCall !== null && <p>{words.perCall(recordsPerCall)}</p>}
    </div>
  )
}
