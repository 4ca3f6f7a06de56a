import { useStrings } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'

/** A secret that was just made; nobody is shown it again. */
export function SecretNote({ secret }: { readonly secret: string }) {
  const { webhooks: words } = useStrings()
  return (
    <div class="note warn" role="status">
      <strong>{words.secret}</strong>
      <p>
        <Id value={secret} />
      </p>
    </div>
  )
}
