/** An attempt of a call to a site. */
export interface OutboundCallTable {
  id: string
  at: Date
  site: string
  /** operationId of the store contract. */
  operation: string
  /** The order or the event that it is about. */
  subject: string | null
  host: string
  method: string
  path: string
  status: number | null
  code: string | null
  result: string
  ms: number
  /** What was asked and answered. */
  content: Uint8Array
}
