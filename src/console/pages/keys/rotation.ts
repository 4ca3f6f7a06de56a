import type { KoogateSchemas } from '../../../client.ts'

/** How far the change of a key is. */
export type RotationStep = 'off' | 'unused' | 'used' | 'bind' | 'wait' | 'remove'

const weekMs = 7 * 24 * 60 * 60_000

/**
 * What is to be done with the keys of an interface type, the current one first: an older key goes once
 * the store has not used it for a week, in which dial tests come twice a day.
 */
export function rotationOf(
  keys: readonly KoogateSchemas['AcceptedKey'][],
  now: number,
): RotationStep {
  const [current, ...older] = keys
  if (current === undefined) return 'off'
  if (older.length === 0) return current.lastUsedAt === null ? 'unused' : 'used'
  if (current.lastUsedAt === null) return 'bind'
  const isUsed = older.some(({ lastUsedAt }) => now - Date.parse(lastUsedAt ?? '') < weekMs)
  return isUsed ? 'wait' : 'remove'
}
