import type { ManagementSchemas } from '../contract/index.ts'
import type { EndpointRow } from '../db/webhook/endpoints.ts'
import type { ManagementContext } from './context.ts'
import { faultyTypes } from './event-type-filter.ts'
import { type FaultyField, type Problem, faultyRequest, inBody, lacksScope } from './problem.ts'

type EndpointRequest = ManagementSchemas['WebhookEndpointRequest']

/** What of an endpoint a request sets. */
export type EndpointColumns = Pick<
  EndpointRow,
  'description' | 'types' | 'addresses' | 'test' | 'personal' | 'ordered'
> & { readonly url: string }

/**
 * The columns that a request sets. Throws Problem 400 for what cannot be, and 403 where personal data
 * would go somewhere that no administrator has chosen; `before` is what is changed.
 */
export function columnsOf(
  body: EndpointRequest,
  { services, addresses }: ManagementContext,
  before?: Pick<EndpointRow, 'url' | 'personal'>,
): EndpointColumns {
  const columns = {
    url: body.url,
    description: body.description ?? null,
    types: body.types ?? null,
    addresses: body.addresses ?? null,
    test: body.test ?? 'exclude',
    personal: body.personal ?? false,
    ordered: body.ordered ?? true,
  }
  const faults = [
    ...faultyUrl(body.url, services.webhooks.httpsOnly),
    ...faultyTypes(body.types),
    ...(body.addresses ?? []).flatMap((name, index) =>
      addresses.has(name)
        ? []
        : [inBody(`addresses/${index}`, 'is not an address of the settings')],
    ),
  ]
  if (faults.length > 0) throw faultyRequest(faults)
  if (columns.personal && !services.caller.scopes.has('admin')) refuseNewlyPersonal(columns, before)
  return columns
}

function faultyUrl(text: string, httpsOnly: boolean): FaultyField[] {
  const { protocol, username, password, hash } = new URL(text)
  if (protocol !== 'https:' && (httpsOnly || protocol !== 'http:')) {
    return [
      inBody('url', httpsOnly ? 'must begin with https://' : 'must begin with https:// or http://'),
    ]
  }
  if (username + password + hash === '') return []
  return [inBody('url', 'must not hold a user, a password or a fragment, which are not sent')]
}

function refuseNewlyPersonal(
  { url }: EndpointColumns,
  before: Pick<EndpointRow, 'url' | 'personal'> | undefined,
): void {
  if (before?.personal !== true) throw personalIsForAdmins('personal')
  if (before.url !== null && before.url !== url) throw personalIsForAdmins('url')
}

function personalIsForAdmins(field: 'personal' | 'url'): Problem {
  const message =
    field === 'personal'
      ? 'may be true by the scope admin only'
      : 'may be changed by the scope admin only, while personal is true'
  const detail = 'Only a token with the scope admin lets an endpoint have personal data.'
  return lacksScope('admin', detail, [inBody(field, message)])
}
