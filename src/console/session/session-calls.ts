import { createKoogateClient } from '../../client.ts'
import { answerOf } from '../api/answer.ts'

/** The operations of the session, at the address of the API. A token is sent once, to sign in. */
export function createSessionCalls(baseUrl: string, send: typeof fetch) {
  const client = (token?: string) =>
    createKoogateClient({
      baseUrl,
      token,
      fetch: (request) => send(request, { credentials: 'same-origin' }),
    })
  return {
    current: () => answerOf(client().GET('/api/v1/session')),
    signIn: (token: string) => answerOf(client(token).POST('/api/v1/session')),
    signOut: () => answerOf(client().DELETE('/api/v1/session')),
  }
}
export type SessionCalls = ReturnType<typeof createSessionCalls>
