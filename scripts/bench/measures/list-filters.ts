/**
 * Every filter of the lists of the management API, below /api/v1. A name in braces is an id of the
 * sample that the database was filled from; what nothing matches reads the most. A new filter is one
 * line here.
 */
export const listFilters = [
  '/instances',
  '/instances?status=provisioning',
  '/instances?status=active',
  '/instances?status=frozen',
  '/instances?status=failed',
  '/instances?status=released',
  '/instances?test=true',
  '/instances?address=main',
  '/instances?address=other',
  '/instances?orderId={orderId}',
  '/instances?instanceId={instanceId}',
  '/messages',
  '/messages?activity=newInstance',
  '/messages?activity=upgradeInstance',
  '/messages?resultCode=000000',
  '/messages?resultCode=000005',
  '/messages?verified=false',
  '/messages?instanceId={instanceId}',
  '/messages?orderId={orderId}',
  '/messages?tenantId={tenantId}',
  '/messages?licenseId={licenseId}',
  '/messages?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z',
  '/licenses',
  '/licenses?status=provisioning',
  '/licenses?status=active',
  '/licenses?status=frozen',
  '/licenses?status=failed',
  '/licenses?status=released',
  '/licenses?test=true',
  '/licenses?address=other',
  '/licenses?instanceId={licensedInstanceId}',
  '/licenses?orderId={licensedOrderId}',
  '/licenses?eventId={eventId}',
  '/licenses?code=none',
  '/tenants',
  '/tenants?test=true',
  '/tenants?address=other',
  '/tenants?tenantId={tenantId}',
  '/tenants?instanceId={instanceId}',
  '/tenants?state=deleted',
  '/tenants/{tenantId}/users?test=false',
  '/events?after=0',
]

/** The path of a filter, with the ids put in. */
export function pathOf(filter: string, ids: Readonly<Record<string, string>>): string {
  return filter.replace(/\{(\w+)\}/g, (_braces, name: string) =>
    encodeURIComponent(ids[name] ?? ''),
  )
}
