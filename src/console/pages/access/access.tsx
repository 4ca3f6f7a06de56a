import { useList } from '../../api/use-list.ts'
import { useDisabledReason, useSession } from '../../session/session.ts'
import { useStrings } from '../../strings/strings.ts'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { Audit } from './audit.tsx'
import { Tokens } from './tokens.tsx'

/** Who is signed in, who else may call, and who did what. */
export default function Access() {
  const { access: words } = useStrings()
  const session = useSession()
  const reason = useDisabledReason('admin')
  return (
    <Page title={words.title}>
      <section>
        <h2>{words.session}</h2>
        <Facts
          rows={[
            [words.token, session.tokenName],
            [words.scopes, session.scopes.join(', ')],
            [words.ends, <Time key="ends" at={session.expiresAt} />],
          ]}
        />
        <p class="small">{words.sessionSays}</p>
      </section>
      {reason === undefined ? <OfAdministrators /> : <p class="note">{reason}</p>}
    </Page>
  )
}

function OfAdministrators() {
  const tokens = useList((api, page) => api.GET('/api/v1/tokens', { params: { query: page } }), [])
  return (
    <>
      <Tokens list={tokens} />
      <Audit tokens={tokens.items ?? []} />
    </>
  )
}
