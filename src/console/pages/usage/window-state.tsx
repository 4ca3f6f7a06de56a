import type { KoogateSchemas } from '../../../client.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Readonly<Record<string, Tone>> = {
  held: 'warn',
  parked: 'bad',
  taken: 'good',
  expired: 'bad',
}

/** The states of a usage record that the store may be told of, those that need a person first. */
export const states = ['parked', 'held', 'ready', 'sending', 'open', 'taken', 'expired', 'void']

export const toneOf = (state: string): Tone => tones[state] ?? 'idle'

/** The state of a usage record, in words. */
export function WindowState({ of: state }: { readonly of: string }) {
  const { usage: words } = useStrings()
  return <Status code={state} tone={toneOf(state)} words={words.states} />
}

/** Why it is in its state: what the store has said, with what to do where that is known. */
export function whyOf(
  { code, reason }: Pick<KoogateSchemas['UsageWindow'], 'code' | 'reason'>,
  { causes }: Strings['usage'],
): string {
  const cause = Object.hasOwn(causes, code ?? '') ? causes[code ?? ''] : reason
  return [code, cause].filter(Boolean).join(': ')
}
