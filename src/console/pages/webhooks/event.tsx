import { useQuery } from '../../api/use-query.ts'
import { useStrings } from '../../strings/strings.ts'
import { BytesView } from '../../ui/bytes-view.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Id } from '../../ui/id.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { RevealButton, useReveal } from '../../ui/reveal.tsx'
import { Time } from '../../ui/time.tsx'
import { Attempts } from './deliveries.tsx'
import { Topic } from './topic.tsx'

/** One event: what is told of it, and to which endpoints it was sent. */
export default function Event() {
  const { webhooks: words } = useStrings()
  const id = useIdOfPage()
  const reveal = useReveal()
  const event = useQuery(
    (api) => api.GET('/api/v1/events/{id}', { params: { path: { id } } }),
    [id],
    reveal,
  )
  const { data } = event
  return (
    <Page title={data?.type ?? words.event} actions={<RevealButton of={reveal} />}>
      {data === undefined ? (
        <Pending of={event} />
      ) : (
        <>
          <Facts
            rows={[
              [words.event, <Id value={data.id} />],
              [words.position, data.position],
              [words.happened, <Time at={data.timestamp} />],
              [words.topic, <Topic of={data.topic} />],
              [words.address, data.address || '–'],
              [words.isTest, data.test ? words.yes : words.no],
            ]}
          />
          <BytesView label={words.body} value={data.data} open />
        </>
      )}
      <h2>{words.lists['attempts']}</h2>
      <Attempts eventId={id} />
    </Page>
  )
}
