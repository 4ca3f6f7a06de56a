import { inspect } from 'node:util'
import { SettingError } from './config/setting-error.ts'
import { isDatabaseUnavailable } from './db/database-unavailable.ts'
import { FolderInUseError } from './db/embedded/folder-lock.ts'
import { MigrationError, NewerSchemaError } from './db/migrate.ts'
import { OtherSecretKeyError } from './db/secret-key-check.ts'
import { UnsupportedServerError } from './db/start-connection.ts'
import { ListenError } from './http/listen.ts'

/** What system errors, those of TLS and those of Postgres tell. */
interface Fault extends NodeJS.ErrnoException {
  readonly severity?: string
}

/**
 * Why a start does not succeed: what an operator can mend in one sentence that names the setting,
 * anything else with its stack.
 */
export function explainStart(error: unknown): string {
  return (ofOurs(error) ?? ofSystem(error as Fault) ?? inspect(error)).trim()
}

function ofOurs(error: unknown): string | undefined {
  if (error instanceof SettingError || error instanceof ListenError) return error.message
  if (error instanceof FolderInUseError) return `DATA_DIR cannot be used: ${error.message}.`
  if (error instanceof OtherSecretKeyError) {
    return 'KOOGATE_SECRET_KEY is not the key that the data in this database were encrypted with; set the one of the first start.'
  }
  if (error instanceof UnsupportedServerError) return unusable(error.message)
  if (error instanceof MigrationError || error instanceof NewerSchemaError) {
    return unusable(error.message, hintFor(error.cause))
  }
  return undefined
}

// No file may be written there, no folder made.
const noPlace = /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EEXIST|ENOTDIR)$/
const tls = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|ERR_TLS_|ERR_SSL_)/
// What the driver says without a code.
const ofDriver = /^(SASL|The server does not support SSL|Received unexpected)/

function ofSystem(fault: Fault): string | undefined {
  const { code = '', message, syscall, path, severity } = fault
  if (tls.test(code)) {
    return unusable(`the server's certificate does not verify, ${code}`, [
      `name the provider's authority by sslmode=verify-full&sslrootcert=<file>, or verify nothing by sslmode=no-verify`,
    ])
  }
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'ECONNREFUSED') {
    return `DATABASE_URL cannot be reached (${code}).`
  }
  if (path !== undefined && noPlace.test(code)) return `DATA_DIR cannot be used (${code}: ${path}).`
  if (path !== undefined && code === 'ENOENT') {
    return `DATABASE_URL names a file that is not there (${path}).`
  }
  if (severity !== undefined) return unusable(message, hintFor(fault))
  if (isDatabaseUnavailable(fault)) return `DATABASE_URL cannot be reached (${oneLine(message)}).`
  return ofDriver.test(message) ? unusable(message) : undefined
}

function unusable(why: string, hints: readonly string[] = []): string {
  return `DATABASE_URL cannot be used: ${[oneLine(why), ...hints].join('; ')}.`
}

const insufficientPrivilege = '42501'

function hintFor(error: unknown): string[] {
  const { code } = (error ?? {}) as Fault
  if (code !== insufficientPrivilege) return []
  return ['its user needs create on the database and on its schema']
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}
