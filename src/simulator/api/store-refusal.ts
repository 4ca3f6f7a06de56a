import { randomUUID } from 'node:crypto'

/** A code of the store (`MKT.`, in older editions `CBC.`) or of its gateway (`APIGW.`). */
export type StoreCode = `MKT.${string}` | `CBC.${string}` | `APIGW.${string}`

/** What goes over the wire: HTTP status and a body to serialise. */
export interface WireAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

// HTTP status and meaning by the number of the code, as the documents' table pairs them.
const storeFailures: ReadonlyMap<string, readonly [status: number, message: string]> = new Map([
  ['0100', [500, 'The input does not validate']],
  ['0101', [400, 'A parameter is unknown or missing']],
  ['0150', [401, 'The operation is not allowed']],
  ['0151', [401, 'The caller is not a seller']],
  ['0154', [401, 'Authentication failed']],
  ['0199', [400, 'A parameter is wrong']],
  ['0250', [406, 'The call frequency is exceeded']],
])
const gatewayStatuses: ReadonlyMap<string, number> = new Map([
  ['0101', 404],
  ['0301', 401],
  ['0308', 429],
])

/** The failure of a code, in the form of the store or of its gateway; an unknown code is HTTP 500. */
export function refusal(code: StoreCode, detail?: string): WireAnswer {
  const number = code.slice(code.indexOf('.') + 1)
  if (code.startsWith('APIGW.')) {
    const body = { error_code: code, error_msg: detail ?? 'Refused', request_id: randomUUID() }
    return { status: gatewayStatuses.get(number) ?? 500, body }
  }
  const [status, message] = storeFailures.get(number) ?? [500, 'Internal error']
  return { status, body: { resultCode: code, resultMsg: detail ?? message } }
}
