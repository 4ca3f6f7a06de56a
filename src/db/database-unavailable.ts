// Classes of SQLSTATE: 08 connection, 40 undone for a concurrent change, 53 resources (too many
// connections, disk full), 57 the server stops or the statement took too long.
const unavailableState = /^(08|40|53|57)/
const networkFault =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
// The driver's own faults carry no code.
const driverFault =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/

/**
 * True for an error that says that the database is unavailable or slow, so that the same may
 * succeed later.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return (
    isReadOnly(error) ||
    unavailableState.test(code) ||
    networkFault.test(code) ||
    driverFault.test(error.message)
  )
}

/** True where the server takes nothing that is written, since another one is the primary. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && codeOf(error) === '25006'
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}
