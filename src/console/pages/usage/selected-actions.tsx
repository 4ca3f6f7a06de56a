import type { KoogateClient, KoogateSchemas } from '../../../client.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Counted } from '../../ui/counted.tsx'

type Selection = KoogateSchemas['SelectUsageWindows']

interface SelectedActionsProps {
  readonly of: Selection
  /** It is one usage record. */
  readonly one?: boolean
  readonly onDone: () => void
}

/** Pushes usage again or takes it back, one record or all that match, which are counted before. */
export function SelectedActions({ of: selection, one = false, onDone }: SelectedActionsProps) {
  const { usage: words } = useStrings()
  const isEmpty = Object.keys(selection).length === 0
  const common = {
    scope: 'operate',
    disabled: isEmpty ? words.choose : undefined,
    done: ({ windows, records }: KoogateSchemas['SelectedUsage']) =>
      words.counted(windows, records),
    onDone,
  } as const
  const retry = (api: KoogateClient, dryRun: boolean) =>
    api.POST('/api/v1/usage/retry', { body: { ...selection, dryRun } })
  const takeBack = (api: KoogateClient, form: FormData, dryRun: boolean) =>
    api.POST('/api/v1/usage/void', {
      body: { ...selection, uncertain: form.has('uncertain'), dryRun },
    })
  return (
    <p class="row">
      <ActionButton
        {...common}
        label={one ? words.retry : words.retryAll}
        run={(api) => retry(api, false)}
      >
        <p>{words.retrySays}</p>
        <Counted ask={(api) => retry(api, true)}>{(counted) => <Selected of={counted} />}</Counted>
      </ActionButton>
      <ActionButton
        {...common}
        label={one ? words.void : words.voidAll}
        run={(api, form) => takeBack(api, form, false)}
      >
        <p>{words.voidSays}</p>
        <label class="check">
          <input type="checkbox" name="uncertain" /> {words.evenUncertain}
        </label>
        <Counted ask={(api, form) => takeBack(api, form, true)}>
          {(counted) => <Selected of={counted} />}
        </Counted>
      </ActionButton>
    </p>
  )
}

function Selected({ of: counted }: { readonly of: KoogateSchemas['SelectedUsage'] }) {
  const { usage: words } = useStrings()
  return (
    <>
      <strong>{words.counted(counted.windows, counted.records)}</strong>
      {counted.skippedBy.map(({ reason, windows }) => (
        <p key={reason}>{words.leftOut(windows, wordFor(words.states, reason))}</p>
      ))}
    </>
  )
}
