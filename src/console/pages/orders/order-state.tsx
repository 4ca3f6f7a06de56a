import { useStrings } from '../../strings/strings.ts'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Readonly<Record<string, Tone>> = {
  waiting: 'warn',
  refused: 'bad',
  failed: 'bad',
  open: 'warn',
  running: 'warn',
  fetched: 'good',
  applied: 'good',
}

/** The state of an order, a reconciliation or a drift. */
export function OrderState({ of: state }: { readonly of: string }) {
  const { orders: words } = useStrings()
  return <Status code={state} tone={tones[state] ?? 'idle'} words={words.states} />
}
