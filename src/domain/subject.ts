/** What an entry of the audit, or an alarm, may be about. */
export type SubjectKind =
  | 'address'
  | 'alarm'
  | 'import'
  | 'instance'
  | 'license'
  | 'message'
  | 'message-rerun'
  | 'order'
  | 'reconciliation'
  | 'site'
  | 'sso-session'
  | 'tenant'
  | 'token'
  | 'usage'
  | 'webhook-endpoint'

/** The name of a thing among those of all kinds: `instance:10e758d0-31ad-4c4b-8f1b-81d03469a10e`. */
export function subjectOf(kind: SubjectKind, id: string): string {
  return `${kind}:${id}`
}
