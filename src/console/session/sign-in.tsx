import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../api/answer.ts'
import type { ApiProblem } from '../api/connect.ts'
import { useStrings } from '../strings/strings.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { SessionCalls } from './session-calls.ts'
import type { Session } from './session.ts'

interface SignInProps {
  readonly calls: SessionCalls
  /** Why it cannot be told who is signed in. */
  readonly problem: ApiProblem | undefined
  readonly onSignedIn: (answer: Answer<Session>) => void
  readonly switchLanguage: () => void
}

/** Changes a token into a session. The address stays, so whoever signs in is where they wanted to be. */
export function SignIn({ calls, problem: first, onSignedIn, switchLanguage }: SignInProps) {
  const { shell } = useStrings()
  const [problem, setProblem] = useState(first)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    document.title = `${shell.signIn} · Koogate`
  }, [shell])
  async function signIn(event: Event) {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const token = new FormData(event.currentTarget).get('token')
    setBusy(true)
    const answer = await calls.signIn(typeof token === 'string' ? token.trim() : '')
    setBusy(false)
    setProblem(answer.problem)
    if (answer.problem === undefined) onSignedIn(answer)
  }
  return (
    <main class="sign-in">
      <h1>Koogate</h1>
      <form onSubmit={(event) => void signIn(event)}>
        <label>
          {shell.token}
          <input name="token" type="password" required autocomplete="off" autofocus />
        </label>
        <p class="small">{shell.tokenSays}</p>
        <ProblemNote of={problem} />
        <p class="buttons">
          <button type="submit" class="main" aria-busy={busy}>
            {shell.signIn}
          </button>
          <button type="button" onClick={switchLanguage}>
            {shell.language}
          </button>
        </p>
      </form>
    </main>
  )
}
