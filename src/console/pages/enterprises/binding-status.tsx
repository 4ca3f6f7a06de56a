import { useStrings } from '../../strings/strings.ts'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Readonly<Record<string, Tone>> = { expected: 'warn', bound: 'good', granted: 'good' }

/** The state of an enterprise, of one of its bindings or applications. */
export function BindingStatus({ state }: { readonly state: string }) {
  const { enterprises: words } = useStrings()
  return <Status code={state} tone={tones[state] ?? 'idle'} words={words.states} />
}

/** The state of a user. */
export function UserStatus({ state }: { readonly state: string }) {
  const { enterprises: words } = useStrings()
  return <Status code={state} tone={tones[state] ?? 'idle'} words={words.userStates} />
}
