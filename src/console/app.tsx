import { useEffect, useMemo, useState } from 'preact/hooks'
import { LocationProvider } from 'preact-iso'
import { ConnectContext, createConnect } from './api/connect.ts'
import type { ApiProblem } from './api/connect.ts'
import { LiveContext, useLiveTicks } from './api/live.ts'
import { type Session, SessionContext } from './session/session.ts'
import { createSessionCalls } from './session/session-calls.ts'
import { SignIn } from './session/sign-in.tsx'
import { loadStrings } from './strings/load.ts'
import { type Language, type Strings, StringsContext } from './strings/strings.ts'
import { Pages } from './shell/router.tsx'
import { Shell } from './shell/shell.tsx'
import { saidId } from './ui/announce.ts'

interface AppProps {
  readonly language: Language
  readonly strings: Strings
  readonly fetch: typeof fetch
}

// The API lies beside the console, under whatever prefix a proxy gives both.
const apiUrl = new URL('../', location.href).href.replace(/\/$/, '')
// Only links to pages of the console stay in it: `instance?id=…`, `./`.
const ownLinks = /^(\.\/|[a-z-]+(\.html)?)?(\?|$)/

/** The console: words, session and connection for all that is within. */
export function App(first: AppProps) {
  const [{ language, strings }, setWords] = useState(first)
  const send = first.fetch
  async function choose(next: Language) {
    const words = await loadStrings(next, true)
    setWords({ ...first, language: next, strings: words })
  }
  const switchLanguage = () => void choose(language === 'en' ? 'zh' : 'en')
  return (
    <StringsContext.Provider value={strings}>
      <LocationProvider scope={ownLinks}>
        <WithSession send={send} switchLanguage={switchLanguage} />
      </LocationProvider>
      <p id={saidId} role="status" />
    </StringsContext.Provider>
  )
}

interface WithSessionProps {
  readonly send: typeof fetch
  readonly switchLanguage: () => void
}

function WithSession({ send, switchLanguage }: WithSessionProps) {
  const calls = useMemo(() => createSessionCalls(apiUrl, send), [send])
  const [state, setState] = useState<{ session?: Session; problem?: ApiProblem }>()
  const connect = useMemo(
    () => createConnect({ baseUrl: apiUrl, fetch: send, onSignedOut: () => setState({}) }),
    [send],
  )
  const live = useLiveTicks()
  const show = ({ data, problem }: Awaited<ReturnType<typeof calls.current>>) =>
    setState({ session: data, problem: problem?.status === 401 ? undefined : problem })
  useEffect(() => {
    void calls.current().then(show)
  }, [calls])
  if (state === undefined) return null
  if (state.session === undefined) {
    return (
      <SignIn calls={calls} problem={state.problem} onSignedIn={show} {...{ switchLanguage }} />
    )
  }
  const signOut = () => void calls.signOut().then(() => setState({}))
  return (
    <ConnectContext.Provider value={connect}>
      <SessionContext.Provider value={state.session}>
        <LiveContext.Provider value={live}>
          <Shell signOut={signOut} switchLanguage={switchLanguage}>
            <Pages />
          </Shell>
        </LiveContext.Provider>
      </SessionContext.Provider>
    </ConnectContext.Provider>
  )
}
