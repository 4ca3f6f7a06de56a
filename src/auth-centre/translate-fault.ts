import * as oauth from 'openid-client'
import { AuthCentreError, type OauthRefusal, faultOfRefusal } from './fault.ts'

/** Throws what the library has thrown as an AuthCentreError; anything else again. */
export async function translated(error: unknown): Promise<never> {
  if (error instanceof oauth.ResponseBodyError) {
    const { status, error: code, error_description: description } = error
    throw refusal({ status, error: code, description }, error)
  }
  // invalid_client comes with 401, and with a challenge.
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    throw faultOfAnswer(error.status, await bodyOf(error.response), error)
  }
  const found = causeOf(error, (one): one is AuthCentreError => one instanceof AuthCentreError)
  if (found !== undefined) throw found
  const answer = causeOf(error, (one): one is Response => one instanceof Response)
  if (answer !== undefined) throw faultOfAnswer(answer.status, await bodyOf(answer), error)
  if (error instanceof oauth.ClientError && error.code !== undefined) {
    throw new AuthCentreError('unreadable', error.message, { cause: error })
  }
  throw error
}

/** What an answer means that holds neither tokens nor a user. */
export function faultOfAnswer(status: number, body: unknown, cause?: unknown): AuthCentreError {
  const { error, error_description: description } =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return refusal({ status, error: textOf(error), description: textOf(description) }, cause)
}

function refusal(refused: OauthRefusal, cause: unknown): AuthCentreError {
  const { status, error = 'no OAuth error', description = '' } = refused
  const message = `HTTP ${status}, ${error}: ${description}`.slice(0, 500)
  return new AuthCentreError(faultOfRefusal(refused), message, { cause })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

async function bodyOf(answer: Response): Promise<unknown> {
  if (answer.bodyUsed) return undefined
  try {
    return JSON.parse(await answer.text())
  } catch {
    return undefined
  }
}

function causeOf<Wanted>(
  error: unknown,
  is: (one: unknown) => one is Wanted,
  deep = 0,
): Wanted | undefined {
  if (is(error)) return error
  if (!(error instanceof Error) || deep > 5) return undefined
  return causeOf(error.cause, is, deep + 1)
}
