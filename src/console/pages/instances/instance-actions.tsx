import type { KoogateSchemas } from '../../../client.ts'
import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Field, textOf } from '../../ui/field.tsx'
import type { OfInstance } from './of-instance.ts'

type FailureCode = KoogateSchemas['ReportFailureRequest']['code']

/** Says that a purchase cannot be made. */
export function ReportFailure({ of: { instanceId, status }, reload }: OfInstance) {
  const { instances: words } = useStrings()
  return (
    <ActionButton
      label={words.fail}
      scope="operate"
      disabled={status === 'provisioning' ? undefined : words.failOnly}
      done={words.saved}
      onDone={reload}
      run={(api, form) =>
        api.POST('/api/v1/instances/{instanceId}/provisioning-failed', {
          params: { path: { instanceId } },
          body: { code: form.get('code') as FailureCode, reason: textOf(form, 'reason') },
        })
      }
    >
      <p>{words.failSays}</p>
      <label>
        {words.code}
        <select name="code">
          {Object.entries(words.codes).map(([code, word]) => (
            <option key={code} value={code}>
              {code} {word}
            </option>
          ))}
        </select>
      </label>
      <Field name="reason" label={words.reason} required />
    </ActionButton>
  )
}

/** What the seller keeps with an instance. */
export function EditMetadata({ of, reload }: OfInstance) {
  const { instances: words } = useStrings()
  const { instanceId, metadata, status } = of
  const lines = Object.entries(metadata).map((entry) => entry.join('='))
  return (
    <ActionButton
      label={words.metadata}
      scope="operate"
      disabled={status === 'released' ? words.released : undefined}
      done={words.saved}
      onDone={reload}
      run={(api, form) =>
        api.PUT('/api/v1/instances/{instanceId}/metadata', {
          params: { path: { instanceId } },
          body: {
            externalId: textOf(form, 'externalId') || null,
            metadata: metadataIn(textOf(form, 'metadata')),
          },
        })
      }
    >
      <Field name="externalId" label={words.facts.externalId} of={of} />
      <label>
        {words.metadata}
        <textarea name="metadata" rows={5} defaultValue={lines.join('\n')} />
      </label>
      <small>{words.metadataSays}</small>
    </ActionButton>
  )
}

function metadataIn(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split('=')
      return [name.trim(), value.join('=').trim()]
    }),
  )
}
