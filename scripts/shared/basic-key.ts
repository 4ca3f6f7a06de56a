import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The file in which the first start keeps the keys that it makes. */
export const secretsFile = join(process.env['DATA_DIR'] ?? './data', 'secrets.json')

/** What the service of this machine may have made at its first start. */
type MadeSetting = 'BASIC_KEY' | 'KIT_KEY' | 'MANAGEMENT_TOKEN'

/**
 * The access key of the basic interfaces that the service of this machine knows: the one of the
 * settings, or the one that its first start made. Undefined where there is none.
 */
export function basicKey(): string | undefined {
  return ownSetting('BASIC_KEY')
}

/** A setting of that service; of a list the first one. */
export function ownSetting(name: MadeSetting): string | undefined {
  const [first] = (process.env[`KOOGATE_${name}`] ?? made(name) ?? '').split(',')
  return first?.trim() || undefined
}

function made(name: MadeSetting): string | undefined {
  try {
    return (JSON.parse(readFileSync(secretsFile, 'utf8')) as Partial<Record<MadeSetting, string>>)[
      name
    ]
  } catch {
    return undefined
  }
}
