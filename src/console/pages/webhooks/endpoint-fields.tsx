import type { KoogateSchemas } from '../../../client.ts'
import { useDisabledReason } from '../../session/session.ts'
import { useStrings } from '../../strings/strings.ts'
import { listOf, textOf } from '../../ui/field.tsx'
import type { Endpoint } from './health.ts'

const tests = ['exclude', 'include', 'only'] as const

/** What is entered of an endpoint that is made or changed. */
export function EndpointFields({ of: endpoint }: { readonly of?: Endpoint }) {
  const { webhooks: words } = useStrings()
  const reason = useDisabledReason('admin')
  const grants = endpoint?.personal === true ? undefined : reason
  return (
    <>
      <label>
        {words.url}
        <input name="url" type="url" required maxLength={2048} defaultValue={endpoint?.url} />
      </label>
      <label>
        {words.description}
        <input name="description" maxLength={256} defaultValue={endpoint?.description ?? ''} />
      </label>
      <label>
        {words.types}
        <input name="types" defaultValue={endpoint?.types?.join(', ')} placeholder="instance.*" />
      </label>
      <label>
        {words.addresses}
        <input name="addresses" defaultValue={endpoint?.addresses?.join(', ')} />
      </label>
      <label>
        {words.test}
        <select name="test">
          {tests.map((test) => (
            <option key={test} value={test} selected={test === endpoint?.test}>
              {words.tests[test]}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="ordered" defaultChecked={endpoint?.ordered ?? true} />
        {words.ordered}
      </label>
      <label class="check" title={grants}>
        <input
          type="checkbox"
          name="personal"
          defaultChecked={endpoint?.personal}
          disabled={grants !== undefined}
        />
        {words.personal}
      </label>
    </>
  )
}

/** The request of what was entered. */
export function endpointOf(form: FormData): KoogateSchemas['WebhookEndpointRequest'] {
  return {
    url: textOf(form, 'url'),
    description: textOf(form, 'description') || null,
    types: listOf(form, 'types') ?? null,
    addresses: listOf(form, 'addresses') ?? null,
    test: tests.find((test) => test === form.get('test')) ?? 'exclude',
    personal: form.has('personal'),
    ordered: form.has('ordered'),
  }
}
