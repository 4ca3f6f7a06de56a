import { useState } from 'preact/hooks'
import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Time } from '../../ui/time.tsx'
import { TestButton } from './endpoint-actions.tsx'
import type { Endpoint } from './health.ts'
import { SecretNote } from './secret-note.tsx'

interface RotateSecretProps {
  readonly of: Endpoint
  readonly reload: () => void
}

/** How the secret is changed over, step by step, without an event that the receiver refuses. */
export function RotateSecret({ of: endpoint, reload }: RotateSecretProps) {
  const { webhooks: words } = useStrings()
  const [secret, setSecret] = useState<string>()
  const { id, ofSettings, secretRotatedUntil: until } = endpoint
  const path = { id }
  return (
    <details open={until !== null || secret !== undefined}>
      <summary>{words.rotate}</summary>
      <ol>
        <li>{words.accept}</li>
        <li>
          {words.rotateSays}{' '}
          <ActionButton
            label={words.rotate}
            scope="operate"
            keyless
            disabled={ofSettings ? words.ofSettings : undefined}
            run={(api) =>
              api.POST('/api/v1/webhook-endpoints/{id}/rotate-secret', { params: { path } })
            }
            done={words.done}
            onDone={(made) => {
              setSecret(made.secret)
              reload()
            }}
          >
            <p>{words.rotateSays}</p>
          </ActionButton>
          {secret !== undefined && <SecretNote secret={secret} />}
        </li>
        <li>
          {words.replace}
          {until !== null && (
            <>
              {' '}
              {words.bothUntil} <Time at={until} />
            </>
          )}
        </li>
        <li>
          {words.proof} <TestButton id={id} reload={reload} />
        </li>
      </ol>
    </details>
  )
}
