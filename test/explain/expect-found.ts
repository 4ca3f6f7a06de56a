import { expect } from 'vitest'
import { type Explanation, explain } from '../../src/explain/explain.ts'
import { readMessage } from '../../src/explain/message/read-message.ts'
import type { NamedKey } from '../../src/explain/mistakes/key.ts'
import type { Examination, Judgement, SchemeId } from '../../src/explain/scheme.ts'
import { schemes } from '../../src/explain/schemes/schemes.ts'

/** The key of these tests, which none of their bodies holds. */
export const testKey = 'Abc-+1f'

export const named = (key: string): NamedKey => ({ name: 'the key', key })

/** The explanation of a message that can be read. */
export function explained(message: string, ...keys: readonly NamedKey[]): Explanation {
  const explanation = explain({ message, keys })
  if (explanation.kind === 'problem') throw new Error(explanation.text.en)
  return explanation
}

/** A message, read once with a key, so that many signatures can be judged. */
export function examined(scheme: SchemeId, message: string, key: string): Examination {
  const read = readMessage(message)
  const seen = read.kind === 'problem' ? read : schemes[scheme].examine(read, [named(key)])
  if ('kind' in seen) throw new Error(seen.text.en)
  return seen
}

/** The ids of each finding; empty where the signature is right or nothing explains it. */
export function foundIn(verdict: Judgement | Explanation['verdict']): string[][] {
  const findings = verdict.kind === 'mistaken' ? verdict.search.findings : []
  return findings.map(({ mistakes }) => mistakes.map(({ id }) => id))
}

/** The ids of the mistakes that a message is searched for. */
export function idsFor(scheme: SchemeId, message: string): string[] {
  const read = readMessage(message)
  if (read.kind === 'problem') throw new Error(read.text.en)
  return schemes[scheme].mistakes(read).map(({ id }) => id)
}

/** Expects that a mistake is found alone, and that what its signer computed ends in what was received. */
export function expectFound(
  id: string,
  received: string,
  judgement: Judgement | Explanation['verdict'],
): void {
  expect(foundIn(judgement)).toContainEqual([id])
  const findings = judgement.kind === 'mistaken' ? judgement.search.findings : []
  for (const { steps } of findings) {
    const value = steps
      .at(-1)
      ?.parts.map(({ content }) => content)
      .join('')
    expect(value?.toLowerCase()).toBe(received.toLowerCase())
    // Whatever a signer did with the key, it is not shown.
    const shown = steps.flatMap(({ parts }) => parts.filter(({ isSecret }) => !isSecret))
    const texts = shown.map(({ content }) => Buffer.from(content).toString('latin1'))
    expect(texts.filter((text) => text.includes(testKey))).toEqual([])
  }
}

/** Expects more than a hundred mistakes, as the guide says, each with another id, and that a test makes every one of them. */
export function expectAllMade(ids: readonly string[], made: readonly string[]): void {
  expect(ids.length).toBeGreaterThan(100)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !made.includes(id))).toEqual([])
}
