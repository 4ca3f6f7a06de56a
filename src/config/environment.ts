import { z } from 'zod'
import { lengths } from '../contract/index.ts'
import { SettingError } from './setting-error.ts'

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `is not a URL that begins with ${protocols.join('// or ')}//`,
  })
const webUrl = url('http:', 'https:')

/** A list in one setting: the first is current, the others are still accepted. */
export const list = z
  .union([z.string().transform((text) => text.split(',')), z.array(z.string())])
  .transform((parts) => parts.map((part) => part.trim()).filter((part) => part !== ''))

const upTo = (most: number) => z.string().max(most, { error: `is longer than ${most} characters` })

/** What a product of an address gives its buyers; documented lengths (queryInstance, appInfo). */
export const productSettings = {
  PROVISIONING: z.enum(['template', 'manual'], { error: 'is template or manual' }).optional(),
  FRONT_END_URL: upTo(lengths.frontEndUrl).optional(),
  ADMIN_URL: upTo(lengths.adminUrl).optional(),
  USER_NAME: upTo(lengths.userName).optional(),
  MEMO: upTo(lengths.memo).optional(),
  V1_ENCRYPTION: z.enum(['1', '2'], { error: 'is 1 (AES-256) or 2 (AES-128)' }).optional(),
  LICENSE_TEMPLATE: upTo(lengths.licenseB).optional(),
  CHANGE_CHECK: z.enum(['allow', 'refuse'], { error: 'is allow or refuse' }).optional(),
}

/** The keys of an address, by interface type. */
export const keySettings = {
  BASIC_KEY: list.optional(),
  V1_KEY: list.optional(),
  KIT_KEY: list.optional(),
  LICENSE_KEY: list.optional(),
  ORDER_KEY: list.optional(),
  KIT_PRIVATE_KEY_FILE: list.optional(),
}

const koogateSettings = z.object({
  ...keySettings,
  ...productSettings,
  STORE_URL: webUrl.optional(),
  STORE_AK: z.string().optional(),
  STORE_SK: z.string().optional(),
  PUBLIC_URL: webUrl.optional(),
  MANAGEMENT_TOKEN: z.string().min(16, { error: 'is shorter than 16 characters' }).optional(),
  SECRET_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, {
      error: 'is not 32 bytes in base64',
    })
    .optional(),
  CONFIG_FILE: z.string().optional(),
})

const plainSettings = z.object({
  PORT: z.coerce.number({ error: 'is not a port' }).int().min(0).max(65_535).default(8080),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'is not a log level',
    })
    .default('info'),
  NODE_ENV: z.string().optional(),
})

export type Environment = z.infer<typeof plainSettings> & z.infer<typeof koogateSettings>

const prefix = 'KOOGATE_'

/** The name of every setting, as it stands in the environment. */
export const settingNames: readonly string[] = [
  ...Object.keys(plainSettings.shape),
  ...Object.keys(koogateSettings.shape).map((name) => prefix + name),
]

/** Reads the settings; empty ones count as absent. Throws SettingError for the first bad one. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== '')
  const prefixed = set.filter(([name]) => name.startsWith(prefix))
  refuseUnknown(prefixed.map(([name]) => name))
  return {
    ...parse(plainSettings, Object.fromEntries(set), ''),
    ...parse(
      koogateSettings,
      Object.fromEntries(prefixed.map(([name, value]) => [name.slice(prefix.length), value])),
      prefix,
    ),
  }
}

/** Parses settings by a schema; the message of a SettingError begins with prefix and setting. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  before: string,
): z.infer<Schema> {
  const { data, error } = schema.safeParse(value)
  if (error === undefined) return data
  const [issue] = error.issues
  throw new SettingError(
    `${before}${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}.`,
  )
}

// Kubernetes sets these in every pod beside a service that is called koogate.
const ofKubernetes = /^KOOGATE_(SERVICE_|PORT$|PORT_)/

// A misspelt setting would otherwise be a default that nobody wanted.
function refuseUnknown(names: readonly string[]): void {
  const unknown = names.find(
    (name) =>
      !Object.hasOwn(koogateSettings.shape, name.slice(prefix.length)) && !ofKubernetes.test(name),
  )
  if (unknown !== undefined) throw new SettingError(`${unknown} is not a setting of Koogate.`)
}
