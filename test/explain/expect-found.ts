import { expect } from 'vitest'
import { type Explanation, explain } from '../../src/explain/explain.ts'
import { readMessage } from '../../src/explain/message/read-message.ts'
import type { NamedKey } from '../../src/explain/mistakes/key.ts'
import type { SchemeId } from '../../src/explain/scheme.ts'
import { schemes } from '../../src/explain/schemes/schemes.ts'

export const named = (key: string): NamedKey => ({ name: 'the key', key })

/** The explanation of a message that can be read. */
export function explained(message: string, ...keys: readonly NamedKey[]): Explanation {
  const explanation = explain({ message, keys })
  if (explanation.kind === 'problem') throw new Error(explanation.text.en)
  return explanation
}

/** The ids of each finding; empty where the signature is right or nothing explains it. */
export function foundIn({ verdict }: Explanation): string[][] {
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
export function expectFound(id: string, explanation: Explanation): void {
  expect(foundIn(explanation)).toContainEqual([id])
  const { verdict, received } = explanation
  const findings = verdict.kind === 'mistaken' ? verdict.search.findings : []
  for (const { steps } of findings) {
    const value = Buffer.concat(steps.at(-1)?.parts.map(({ bytes }) => bytes) ?? []).toString()
    expect(value.toLowerCase()).toBe(received?.toLowerCase())
  }
}
