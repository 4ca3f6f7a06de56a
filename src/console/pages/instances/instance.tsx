import { useQuery } from '../../api/use-query.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { Facts } from '../../ui/facts.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { type Reveal, RevealButton, useReveal } from '../../ui/reveal.tsx'
import { Time } from '../../ui/time.tsx'
import { factsOf } from '../../ui/value.tsx'
import { Asks, Orders } from './instance-tables.tsx'
import { AppInfo, UsageInfo } from './instance-access.tsx'
import { EditMetadata, ReportFailure } from './instance-actions.tsx'
import { InstanceStatus } from './instance-status.tsx'
import type { OfInstance } from './of-instance.ts'
import { Timeline } from './timeline.tsx'

/** One instance: what it is, what happens next, what can be done, and everything that happened. */
export default function InstancePage() {
  const { instances: words } = useStrings()
  const instanceId = useIdOfPage()
  const reveal = useReveal()
  const instance = useQuery(
    (api) => api.GET('/api/v1/instances/{instanceId}', { params: { path: { instanceId } } }),
    [instanceId],
    // Each look in clear is in the audit log.
    { ...reveal, once: reveal.reveal },
  )
  const { data, reload } = instance
  return (
    <Page title={words.one}>
      {data === undefined ? (
        <Pending of={instance} />
      ) : (
        <>
          <State of={data} reload={reload} />
          <AppInfo of={data} reload={reload} />
          <h2>{words.known}</h2>
          <Facts rows={[...factsOf(data, words.facts), ...Object.entries(data.metadata)]} />
          <EditMetadata of={data} reload={reload} />
          <h2>{words.planTitle}</h2>
          <Facts rows={factsOf(data.plan, words.plan)} />
          <Orders of={data} reload={reload} />
          <Buyer of={data} reveal={reveal} />
          <UsageInfo of={data} reload={reload} />
          <Asks of={data} reload={reload} />
        </>
      )}
      <Timeline instanceId={instanceId} />
    </Page>
  )
}

function State({ of, reload }: OfInstance) {
  const { instances: words } = useStrings()
  const { status, failure, attention, asks } = of
  const deadline = status === 'provisioning' ? asks.find((ask) => ask.deadline)?.deadline : null
  return (
    <>
      <p>
        <InstanceStatus of={status} /> {wordFor(words.means, status)}{' '}
        {deadline && (
          <>
            {words.waits} <Time at={deadline} />
          </>
        )}
      </p>
      {failure && (
        <p class="note bad">
          <code>{failure.code}</code> {failure.reason}
        </p>
      )}
      {attention !== null && (
        <p class="note warn">
          {words.attention}: {attention}
        </p>
      )}
      <p class="row">
        <ReportFailure of={of} reload={reload} />
      </p>
    </>
  )
}

function Buyer({ of: { buyer }, reveal }: Pick<OfInstance, 'of'> & { readonly reveal: Reveal }) {
  const { instances: words } = useStrings()
  return (
    <>
      <h2>{words.buyerTitle}</h2>
      {buyer ? <Facts rows={factsOf(buyer, words.buyer)} /> : <p class="empty">{words.noBuyer}</p>}
      <RevealButton of={reveal} />
    </>
  )
}
