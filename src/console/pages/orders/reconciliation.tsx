import { useQuery } from '../../api/use-query.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Time } from '../../ui/time.tsx'
import { Drifts } from './drifts.tsx'
import { OrderState } from './order-state.tsx'

/** One comparison with the store: how far it is, and what does not agree. */
export function Reconciliation({ id }: { readonly id: string }) {
  const { orders: words } = useStrings()
  const path = { id }
  const one = useQuery((api) => api.GET('/api/v1/reconciliations/{id}', { params: { path } }), [id])
  const { data, reload } = one
  if (data === undefined) return <Pending of={one} />
  const counts = Object.entries(data.drifts).filter(([, count]) => count > 0)
  return (
    <>
      <Facts
        rows={[
          [words.state, <OrderState of={data.state} />],
          data.error !== null && [words.error, data.error],
          [words.site, `${data.site} · ${wordFor(words.comparedWith, data.kind)}`],
          [words.asked, `${data.asked} / ${data.orders}`],
          [
            words.drifts,
            counts.map(([state, count]) => `${count} ${wordFor(words.states, state)}`).join(', ') ||
              0,
          ],
          [words.begunAt, <Time at={data.createdAt} />],
          [words.endedAt, <Time at={data.endedAt} />],
        ]}
      />
      {data.state === 'running' && (
        <ActionButton
          label={words.end}
          scope="operate"
          run={(api) => api.POST('/api/v1/reconciliations/{id}/cancel', { params: { path } })}
          done={words.ended}
          onDone={reload}
        >
          <p>{words.endSays}</p>
        </ActionButton>
      )}
      <Drifts id={id} onDone={reload} />
    </>
  )
}
