import { useStrings, wordFor } from '../strings/strings.ts'

/** How much it needs a person. */
export type Tone = 'bad' | 'warn' | 'good' | 'idle'

interface StatusProps {
  /** A code of the contract. */
  readonly code: string
  readonly tone: Tone
  /** Its words; those of strings/en/codes.ts by default. An unknown code is shown as it is. */
  readonly words?: Readonly<Record<string, string>>
}

/** A state, in words and never by colour alone: `<Status code={state} tone={toneOf(state)} words={words.states} />`. */
export function Status({ code, tone, words }: StatusProps) {
  const { codes } = useStrings()
  return (
    <span class={`status ${tone}`} title={code}>
      {wordFor(words ?? codes, code)}
    </span>
  )
}
