import { useLocation } from 'preact-iso'
import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { paths } from '../../paths.ts'
import { fromHere } from '../../shell/find-box.tsx'
import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { BytesView } from '../../ui/bytes-view.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Id } from '../../ui/id.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Time } from '../../ui/time.tsx'
import { About, Result, Signature } from './message-cells.tsx'

/** One call of the store: what it said, what it was answered. */
export default function Message() {
  const { messages: words } = useStrings()
  const id = useIdOfPage()
  const message = useQuery(
    (api) => api.GET('/api/v1/messages/{id}', { params: { path: { id } } }),
    [id],
    { once: true },
  )
  const { data } = message
  return (
    <Page title={words.one} actions={data && <RerunOne message={data} />}>
      {data === undefined ? <Pending of={message} /> : <Said message={data} />}
    </Page>
  )
}

function Said({ message }: { readonly message: KoogateSchemas['MessageDetail'] }) {
  const { messages: words } = useStrings()
  const { id, activity, family, address, test, rerunOf } = message
  return (
    <>
      <Facts
        rows={[
          [words.outcome, <Result of={message} />],
          [words.one, <Id value={id} />],
          [words.activity, activity],
          [words.family, family],
          [words.address, address],
          [words.kind, test ? words.test : words.real],
          [words.verified, <Signature of={message} />],
          [words.receivedAt, <Time at={message.receivedAt} />],
          [words.duration, `${message.durationMs} ms`],
          [words.about, <About of={message} />],
          rerunOf !== null && [words.rerunOf, <Id value={rerunOf} href={paths.message(rerunOf)} />],
        ]}
      />
      <BytesView label={words.body} value={message.body} open />
      <BytesView label={words.answer} value={message.answer} open />
    </>
  )
}

function RerunOne({ message }: { readonly message: KoogateSchemas['Message'] }) {
  const { messages: words } = useStrings()
  const { route } = useLocation()
  const path = { id: message.id }
  return (
    <ActionButton
      label={words.rerun}
      scope="operate"
      disabled={message.verified ? undefined : words.isNotVerified}
      run={(api) => api.POST('/api/v1/messages/{id}/rerun', { params: { path } })}
      done={({ answer }) => words.rerunDone(answer.resultCode)}
      onDone={(done) => route(fromHere(paths.message(done.message.id)))}
    >
      <p>{words.rerunSays}</p>
    </ActionButton>
  )
}
