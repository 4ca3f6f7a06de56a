import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { BytesView } from '../../ui/bytes-view.tsx'
import { EndpointFields, endpointOf } from './endpoint-fields.tsx'
import type { Endpoint } from './health.ts'

interface EndpointActionsProps {
  readonly of: Endpoint
  readonly reload: () => void
}

/** What can be done with an endpoint. */
export function EndpointActions({ of: endpoint, reload }: EndpointActionsProps) {
  const { webhooks: words } = useStrings()
  const { route } = useLocation()
  const { id, state, version, ofSettings } = endpoint
  const params = { path: { id } }
  const common = { scope: 'operate', done: words.done, onDone: reload } as const
  const listOfAll = () => route(new URL(paths.webhooks(), location.href).pathname)
  return (
    <div class="row">
      <TestButton id={id} reload={reload} />
      {state !== 'enabled' && (
        <ActionButton
          {...common}
          label={words.enable}
          run={(api) => api.POST('/api/v1/webhook-endpoints/{id}/enable', { params })}
        >
          <p>{words.enableSays}</p>
        </ActionButton>
      )}
      {state === 'enabled' && (
        <ActionButton
          {...common}
          label={words.pause}
          run={(api) => api.POST('/api/v1/webhook-endpoints/{id}/pause', { params })}
        >
          <p>{words.pauseSays}</p>
        </ActionButton>
      )}
      <ActionButton
        {...common}
        label={words.change}
        run={(api, form) =>
          api.PUT('/api/v1/webhook-endpoints/{id}', {
            params: { ...params, header: { 'If-Match': `"${version}"` } },
            body: endpointOf(form),
          })
        }
      >
        <p>{words.changeSays}</p>
        <EndpointFields of={endpoint} />
      </ActionButton>
      <ActionButton
        {...common}
        label={words.delete}
        disabled={ofSettings ? words.ofSettings : undefined}
        run={(api) => api.DELETE('/api/v1/webhook-endpoints/{id}', { params })}
        onDone={listOfAll}
      >
        <p>{words.deleteSays}</p>
      </ActionButton>
    </div>
  )
}

/** Sends a test event, and shows what came of it. */
export function TestButton({ id, reload }: { readonly id: string; readonly reload: () => void }) {
  const { webhooks: words } = useStrings()
  const [result, setResult] = useState<KoogateSchemas['WebhookTestResult']>()
  const said = ({ succeeded, status, error, ms }: KoogateSchemas['WebhookTestResult']) =>
    words.tested(succeeded, error ?? String(status), ms)
  return (
    <div>
      <ActionButton
        label={words.testIt}
        scope="operate"
        done={said}
        onDone={(came) => {
          setResult(came)
          reload()
        }}
        run={(api) => api.POST('/api/v1/webhook-endpoints/{id}/test', { params: { path: { id } } })}
      >
        <p>{words.testSays}</p>
      </ActionButton>
      {result && (
        <div class={`note ${result.succeeded ? 'good' : 'bad'}`}>
          {said(result)}
          {result.answer === '' ? (
            <p class="small">{words.noAnswer}</p>
          ) : (
            <BytesView label={words.answer} value={result.answer} />
          )}
        </div>
      )}
    </div>
  )
}
