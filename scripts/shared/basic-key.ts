import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The file in which the first start keeps the keys that it makes. */
export const secretsFile = join(process.env['DATA_DIR'] ?? './data', 'secrets.json')

/**
 * The access key of the basic interfaces that the service of this machine knows: the one of the
 * settings, or the one that its first start made. Undefined where there is none.
 */
export function basicKey(): string | undefined {
  const [key] = (process.env['KOOGATE_BASIC_KEY'] ?? madeKey() ?? '').split(',')
  return key?.trim() || undefined
}

function madeKey(): string | undefined {
  try {
    return (JSON.parse(readFileSync(secretsFile, 'utf8')) as { BASIC_KEY?: string }).BASIC_KEY
  } catch {
    return undefined
  }
}
