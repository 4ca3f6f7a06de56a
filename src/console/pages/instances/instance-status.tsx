import { useStrings } from '../../strings/strings.ts'
import { Status, type Tone } from '../../ui/status.tsx'

const tones: Readonly<Record<string, Tone>> = {
  provisioning: 'warn',
  active: 'good',
  frozen: 'warn',
  failed: 'bad',
}

/** Where an instance is in its life. */
export function InstanceStatus({ of: status }: { readonly of: string }) {
  const { instances: words } = useStrings()
  return <Status code={status} tone={tones[status] ?? 'idle'} words={words.statuses} />
}
