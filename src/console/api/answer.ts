import type { KoogateClient, KoogateResult } from '../../client.ts'
import type { ApiProblem } from './connect.ts'

/** One request by the contract: `(api) => api.GET('/api/v1/alarms', { params: { query } })`. */
export type Ask<Data> = (api: KoogateClient) => Promise<KoogateResult<Data>>

export type Answer<Data> =
  | { readonly data: Data; readonly problem?: never }
  | { readonly data?: never; readonly problem: ApiProblem }

/** What comes of a request; that no answer came is a problem like any other, with the status 0. */
export async function answerOf<Data>(result: Promise<KoogateResult<Data>>): Promise<Answer<Data>> {
  try {
    const { data, error } = await result
    return error === undefined ? { data } : { problem: error }
  } catch (error) {
    return { problem: noAnswer(String(error)) }
  }
}

const noAnswer = (detail: string): ApiProblem => ({
  type: 'about:blank',
  title: '',
  status: 0,
  code: 'no-answer',
  detail,
  requestId: '',
})
