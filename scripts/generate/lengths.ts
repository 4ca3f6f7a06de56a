/** Which bounds of the contract the sources ask for, by their JSON pointers: document, `#`, place. */
const pointers = {
  address: 'seller#/components/parameters/Address/schema/maxLength',
  addressPattern: 'seller#/components/parameters/Address/schema/pattern',
  nonce: 'seller#/components/parameters/Nonce/schema/maxLength',
  resultMsg: 'seller#/components/schemas/ResultMsg/maxLength',
  instanceId: 'seller#/components/schemas/InstanceId/maxLength',
  queriedInstances: 'seller#/components/schemas/SaasV2Response/properties/info/maxItems',
  shownUsage: 'seller#/components/schemas/InstanceInfo/properties/usageInfo/maxItems',
  frontEndUrl: 'seller#/components/schemas/AppInfo/properties/frontEndUrl/maxLength',
  adminUrl: 'seller#/components/schemas/AppInfo/properties/adminUrl/maxLength',
  userName: 'seller#/components/schemas/AppInfo/properties/userName/maxLength',
  memo: 'seller#/components/schemas/AppInfo/properties/memo/maxLength',
  cipherTextV1: 'seller#/components/schemas/CipherTextV1/maxLength',
  licenseB: 'seller#/components/schemas/LicenseBResponse/properties/license/maxLength',
  eventId: 'seller#/components/schemas/GetLicenseAsyncA/properties/eventId/maxLength',
  departments: 'seller#/components/schemas/KitDepartmentList/maxItems',
  appId: 'seller#/components/schemas/KitAppId/maxLength',
  tenantId: 'seller#/components/schemas/KitTenantId/maxLength',
  ssoState: 'management#/components/schemas/SsoState/maxLength',
  ssoInstances: 'management#/components/schemas/SsoSignOn/properties/instances/maxItems',
  authCode: 'store#/components/schemas/CodeGrant/properties/code/maxLength',
  orderId: 'store#/components/schemas/OrderId/maxLength',
  orderLineId: 'store#/components/schemas/OrderLineId/maxLength',
  eventCharacters: 'store#/components/schemas/EventCharacters/properties/characters/maxLength',
  eventFileName: 'store#/components/schemas/EventFile/properties/file_name/maxLength',
  problemDetail: 'management#/components/schemas/Problem/properties/detail/maxLength',
  problemErrors: 'management#/components/schemas/Problem/properties/errors/maxItems',
  problemField: 'management#/components/schemas/ProblemError/properties/field/maxLength',
  problemPointer: 'management#/components/schemas/ProblemError/properties/pointer/maxLength',
  problemMessage: 'management#/components/schemas/ProblemError/properties/message/maxLength',
  failureReason: 'management#/components/schemas/Failure/properties/reason/maxLength',
  attention: 'management#/components/schemas/Instance/properties/attention/maxLength',
  askAnswer: 'management#/components/schemas/Ask/properties/lastAnswer/maxLength',
  asks: 'management#/components/schemas/InstanceAsks/properties/asks/maxItems',
  history: 'management#/components/schemas/InstanceHistory/properties/history/maxItems',
  alarmSubject: 'management#/components/schemas/Alarm/properties/subject/maxLength',
  alarmText: 'management#/components/schemas/Alarm/properties/text/maxLength',
  instanceOrders: 'management#/components/schemas/InstanceOrders/properties/orders/maxItems',
  pageSize: 'management#/components/parameters/Limit/schema/default',
} as const

/**
 * The source of generated/lengths.ts: what stands in the documents at the pointers. Throws for a pointer
 * at which there is no bound.
 */
export function lengthsSource(
  read: (document: string) => unknown,
  table: Readonly<Record<string, string>> = pointers,
): string {
  const entries = Object.entries(table).map(([name, pointer]) => {
    const [document = '', place = ''] = pointer.split('#')
    return `${name}: ${literal(valueAt(read(document), place), pointer)}`
  })
  return `export const lengths = { ${entries.join(', ')} } as const`
}

function valueAt(document: unknown, place: string): unknown {
  const names = place.split('/').slice(1)
  return names.reduce(
    (node, name) =>
      typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined,
    document,
  )
}

function literal(value: unknown, pointer: string): string {
  if (typeof value === 'number' || typeof value === 'string') return JSON.stringify(value)
  throw new Error(`${pointer}: the contract has no bound there (scripts/generate/lengths.ts)`)
}
