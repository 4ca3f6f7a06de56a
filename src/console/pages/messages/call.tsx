import { useQuery } from '../../api/use-query.ts'
import { useStrings } from '../../strings/strings.ts'
import { BytesView } from '../../ui/bytes-view.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Id } from '../../ui/id.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { Time } from '../../ui/time.tsx'

/** How much a result of a call to the store needs a person. */
export function callTone(result: string): Tone {
  if (result === 'done') return 'good'
  return result === 'later' ? 'warn' : 'bad'
}

/** One call to the store: what was sent, what came back. */
export function Call({ id }: { readonly id: string }) {
  const { messages: words } = useStrings()
  const call = useQuery(
    (api) => api.GET('/api/v1/outbound-calls/{id}', { params: { path: { id } } }),
    [id],
    { once: true },
  )
  const { data } = call
  if (data === undefined) return <Pending of={call} />
  const { result, operation, subject, method, host, path, status, code, request, answer } = data
  return (
    <>
      <Facts
        rows={[
          [words.outcome, <Status code={result} tone={callTone(result)} words={words.states} />],
          [words.operation, operation],
          [words.subject, <Id value={subject} />],
          [words.target, <code>{`${method} ${host}${path}`}</code>],
          [words.status, status],
          [words.code, code],
          [words.site, data.site],
          [words.at, <Time at={data.at} />],
          [words.duration, `${data.durationMs} ms`],
        ]}
      />
      <BytesView label={words.sent} value={request} open />
      <BytesView label={words.came} value={answer} open />
    </>
  )
}
