/** A change by the management API, or a read of personal data in clear. */
export interface AuditTable {
  id: string
  at: Date
  kind: 'change' | 'read'
  /** `settings` for the token of the settings. */
  token_id: string
  token_name: string
  /** operationId of the management contract. */
  operation: string
  /** What it was about (domain/subject.ts). */
  subjects: readonly string[]
  /** Names of the members that the request set. */
  fields: readonly string[]
  request_id: string
  /** Why, encrypted; null where nobody said so. */
  reason: Buffer | null
}

/** By which entries are found that were about something. */
export interface AuditSubjectTable {
  subject: string
  id: string
}
