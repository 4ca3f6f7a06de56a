import { expect } from 'vitest'
import { type Answer, answerOf, sendTo } from '../harness/contract-hook.ts'
import type { TestService } from '../harness/service.ts'
import { deeper } from './deeper.ts'
import type { PageRequest } from './requests.ts'

// Half of what is kept lies behind it.
const deep = new Date(Date.now() - 40 * 86_400_000)

/** Sends the token of the settings. */
export const signedIn = ({ managementToken }: TestService) => ({
  headers: { authorization: `Bearer ${managementToken}` },
})

/** Reads a page and, where there is more and that is asked for, one far behind it; returns their paths. */
export async function readPages(
  service: TestService,
  { path, kind }: PageRequest,
  { andDeep = true } = {},
): Promise<string[]> {
  const isExpected = (status: number) => [200, 400, 404].includes(status)
  // Two filters may leave each other no sense; what one answers is held against the contract.
  const { status, text, body } =
    kind === 'two at once'
      ? await get(service, path)
      : await sendTo(service, path, signedIn(service))
  expect(isExpected(status) && (kind === 'two at once' || status !== 400), `${path}: ${text}`).toBe(
    true,
  )
  const { nextCursor } = body
  if (typeof nextCursor !== 'string' || !andDeep) return [path]
  const next = `${path}${path.includes('?') ? '&' : '?'}cursor=${deeper(nextCursor, deep)}`
  const far = await get(service, next)
  expect(isExpected(far.status), `${next}: ${far.text}`).toBe(true)
  return [path, next]
}

// To judge an answer takes longer than to make it, and those of lists are judged wherever they are tested.
async function get(service: TestService, path: string): Promise<Answer> {
  const answer = await fetch(service.url + path, signedIn(service))
  return answerOf(answer, await answer.text())
}
