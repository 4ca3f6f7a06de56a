import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { KoogateClient, KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { fromHere } from '../../shell/find-box.tsx'
import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Counted } from '../../ui/counted.tsx'
import { Skips } from './skips.tsx'

type Filter = KoogateSchemas['MessageFilter']

/** Runs again all messages that match, after their true count and what is passed over were shown. */
export function RerunAll({ filter }: { readonly filter: Filter }) {
  const { messages: words } = useStrings()
  const { route } = useLocation()
  // What is run is what was counted: calls that have come since are not among it.
  const countedAt = useRef<string>(undefined)
  const send = (api: KoogateClient, of: Filter, dryRun: boolean) =>
    api.POST('/api/v1/message-reruns', { body: { filter: of, dryRun } })
  async function count(api: KoogateClient) {
    const counted = await send(api, filter, true)
    countedAt.current = counted.data?.createdAt
    return counted
  }
  return (
    <ActionButton
      label={words.rerunAll}
      scope="operate"
      disabled={Object.keys(filter).length === 0 ? words.filterFirst : undefined}
      run={(api) => send(api, { ...filter, ...until(filter, countedAt.current) }, false)}
      done={({ toRun }) => words.begun(toRun)}
      onDone={({ id }) => route(fromHere(paths.reruns({ id: id ?? '' })))}
    >
      <p>{words.rerunAllSays}</p>
      <Counted ask={count}>
        {({ matched, exact, toRun, mayBeRefunded, skipped }) => (
          <>
            <strong>{words.counted(matched, exact, toRun)}</strong>
            {!!mayBeRefunded && <p class="note warn">{words.mayBeRefunded(mayBeRefunded)}</p>}
            <Skips title={words.skipped} of={skipped} />
          </>
        )}
      </Counted>
    </ActionButton>
  )
}

const until = ({ to }: Filter, countedAt?: string): Pick<Filter, 'to'> =>
  to === undefined && countedAt !== undefined ? { to: countedAt } : {}
