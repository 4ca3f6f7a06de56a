import { type Answer, answerOf } from '../api/answer.ts'
import type { ApiProblem } from '../api/connect.ts'
import type { Session } from './session.ts'

/** The operations of the session, at the address of the API. */
export function createSessionCalls(baseUrl: string, send: typeof fetch) {
  const call = (method: string, token?: string): Promise<Answer<Session>> =>
    answerOf<Session>(
      (async () => {
        const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` }
        const response = await send(`${baseUrl}/api/v1/session`, { method, headers })
        const body: unknown = await response.json()
        if (response.ok) return { data: body as Session, response }
        return { error: body as ApiProblem, response }
      })(),
    )
  return {
    current: () => call('GET'),
    signIn: (token: string) => call('POST', token),
    signOut: () => call('DELETE'),
  }
}
export type SessionCalls = ReturnType<typeof createSessionCalls>
