import type { KoogateClient, KoogateSchemas } from '../../../client.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Counted } from '../../ui/counted.tsx'
import { Field, listOf, textOf } from '../../ui/field.tsx'

interface ReplayProps {
  readonly endpointId: string
  /** This event alone. */
  readonly eventId?: string
  readonly onDone: () => void
}

type Selection = KoogateSchemas['CreateWebhookReplay']

const kinds = ['givenUp', 'missing', 'all']

/** Has events sent again: one, or all that are meant, which are counted before. */
export function Replay({ endpointId, eventId, onDone }: ReplayProps) {
  const { webhooks: words } = useStrings()
  const meant = (form: FormData): Selection =>
    eventId === undefined ? { endpointId, ...selected(form) } : { endpointId, eventId }
  const replay = (api: KoogateClient, form: FormData, dryRun: boolean) =>
    api.POST('/api/v1/webhook-replays', { body: { ...meant(form), dryRun } })
  return (
    <ActionButton
      label={words.replay}
      scope="operate"
      run={(api, form) => replay(api, form, false)}
      done={({ events }) => words.counted(events)}
      onDone={onDone}
    >
      <p>{words.replaySays}</p>
      {eventId === undefined && <Selection />}
      <Counted ask={(api, form) => replay(api, form, true)}>
        {({ events, skipped }) => (
          <>
            <strong>{words.counted(events)}</strong>
            {skipped.map(({ reason, events: left }) => (
              <p key={reason}>{words.leftOut(left, wordFor(words.skipped, reason))}</p>
            ))}
          </>
        )}
      </Counted>
    </ActionButton>
  )
}

function Selection() {
  const { ui, webhooks: words } = useStrings()
  return (
    <>
      <label>
        {words.what}
        <select name="kind">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <Field name="since" label={ui.from} />
      <Field name="until" label={ui.until} />
      <Field name="types" label={words.types} />
    </>
  )
}

function selected(form: FormData): Omit<Selection, 'endpointId'> {
  const kind = textOf(form, 'kind')
  return {
    givenUp: kind === 'givenUp',
    missing: kind === 'missing',
    since: textOf(form, 'since') || undefined,
    until: textOf(form, 'until') || undefined,
    types: listOf(form, 'types'),
  }
}
