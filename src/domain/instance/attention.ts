import { lengths } from '../../contract/index.ts'
import type { Instance } from './instance.ts'

/** The instance with one more sentence for the operator; the same one if it says so already. */
export function withAttention<One extends Pick<Instance, 'attention'>>(
  one: One,
  sentence: string,
): One {
  const { attention } = one
  if (attention?.includes(sentence)) return one
  const both = attention === null ? sentence : `${attention}; ${sentence}`
  return { ...one, attention: both.slice(0, lengths.attention).toWellFormed() }
}
