import { z } from 'zod'
import { lengths } from '../contract/index.ts'
import { databaseUrl } from './database-url.ts'
import { SettingError } from './setting-error.ts'
import { isWebhookSecret } from '../crypto/webhook-secret.ts'
import { isFrameAncestor } from './frame-ancestor.ts'
import { isCidr } from '../webhooks/address-guard.ts'

export const webUrl = z
  .string()
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), {
    error: 'is not a URL that begins with http:// or https://',
  })

/** A list in one setting: the first is current, the others are still accepted. */
export const list = z
  .union([z.string().transform((text) => text.split(',')), z.array(z.string())])
  .transform((parts) => parts.map((part) => part.trim()).filter((part) => part !== ''))

const upTo = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `is longer than ${most} characters` })

/** Whether something is done. */
export const onOrOff = z.enum(['on', 'off'], { error: 'is on or off' })

// What would be gone the same day is a slip.
const days = z
  .string()
  .regex(/^([1-9]\d{0,4}|off)$/, { error: 'is a number of days, or off' })
  .transform((text): number | 'off' => (text === 'off' ? text : Number(text)))

/** What a product of an address gives its buyers; documented lengths (queryInstance, appInfo). */
export const productSettings = {
  PROVISIONING: z
    .enum(['template', 'webhook', 'manual'], { error: 'is template, webhook or manual' })
    .optional(),
  FRONT_END_URL: upTo(lengths.frontEndUrl).optional(),
  ADMIN_URL: upTo(lengths.adminUrl).optional(),
  USER_NAME: upTo(lengths.userName).optional(),
  MEMO: upTo(lengths.memo).optional(),
  SUPPORT_CONTACT: upTo(200).optional(),
  V1_ENCRYPTION: z.enum(['1', '2'], { error: 'is 1 (AES-256) or 2 (AES-128)' }).optional(),
  LICENSE_TEMPLATE: upTo(lengths.licenseB).optional(),
  CHANGE_CHECK: z.enum(['allow', 'refuse'], { error: 'is allow or refuse' }).optional(),
  WEBHOOK_URL: webUrl.optional(),
  WEBHOOK_SECRET: list
    .refine((secrets) => secrets.every(isWebhookSecret), {
      error: 'is not whsec_ and 24 to 64 bytes in base64',
    })
    .optional(),
}

/** How usage of an address reaches the store. */
export const usageSettings = {
  USAGE_PUSH: z.enum(['new', 'old'], { error: 'is new or old' }).optional(),
  USAGE_MERGE: onOrOff.optional(),
  USAGE_LATE: z.enum(['shift', 'refuse'], { error: 'is shift or refuse' }).optional(),
}

/** How users sign in at an address. */
export const ssoSettings = {
  SSO_APP_ID: upTo(lengths.appId).optional(),
  SSO_RETURN: webUrl.optional(),
  SSO_FRAME_ANCESTORS: list
    .refine((origins) => origins.every(isFrameAncestor), {
      error: 'is not a list of origins, as https://workbench.example.com or https://*.example.com',
    })
    .optional(),
  SSO_WORKBENCH: onOrOff.optional(),
  SSO_LOGIN_URL: webUrl.optional(),
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
  ...usageSettings,
  ...ssoSettings,
  STORE_URL: webUrl.optional(),
  STORE_AK: z.string().optional(),
  STORE_SK: z.string().optional(),
  WEBHOOK_ALLOW: list
    .refine((ranges) => ranges.every(isCidr), { error: 'is not a list of CIDRs, as 10.0.0.0/8' })
    .optional(),
  PUBLIC_URL: webUrl.optional(),
  MANAGEMENT_TOKEN: z.string().min(16, { error: 'is shorter than 16 characters' }).optional(),
  SECRET_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, {
      error: 'is not 32 bytes in base64',
    })
    .optional(),
  CONFIG_FILE: z.string().optional(),
  DIAL_TEST_WATCH: onOrOff.optional(),
  CODE_CACHE_DAYS: z
    .string()
    .regex(/^([0-9]|1[0-5])$/, { error: 'is a number of days, 0 to 15' })
    .default('3')
    .transform(Number),
  RECONCILE_DAILY: onOrOff.default('on'),
  REASON_REQUIRED: onOrOff.default('off'),
  KEEP_MESSAGES: days.default(400),
  KEEP_EVENTS: days.default(90),
  KEEP_WEBHOOK_ATTEMPTS: days.default(90),
  KEEP_USAGE: days.default(400),
  KEEP_OUTBOUND_CALLS: days.default(90),
  KEEP_AUDIT: days.default('off'),
  DATABASE_POOLED: z.enum(['true', 'false'], { error: 'is true or false' }).optional(),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, {
      error: 'is not a name of small letters, digits and underscores',
    })
    .regex(/^(?!pg_)/, { error: 'begins with pg_, which Postgres keeps for itself' })
    .optional(),
})

const plainSettings = z.object({
  PORT: z.coerce.number({ error: 'is not a port' }).int().min(0).max(65_535).default(8080),
  HOST: z
    .string()
    .regex(/^[^[\]]*$/, { error: 'is an address as it is, without the brackets of a URL' })
    .default('0.0.0.0'),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'is not a log level',
    })
    .default('info'),
  NODE_ENV: z.string().optional(),
})

export type Environment = z.infer<typeof plainSettings> &
  z.infer<typeof koogateSettings> & {
    /** Access keys of sites of the file, whose names stand behind in capitals: STORE_AK_EUROPE. */
    readonly siteKeys: Readonly<Record<string, string>>
  }

const prefix = 'KOOGATE_'

/** The name of every setting, as it stands in the environment; those of one site have its name behind. */
export const settingNames: readonly string[] = [
  ...Object.keys(plainSettings.shape),
  ...Object.keys(koogateSettings.shape).map((name) => prefix + name),
]

/**
 * Reads the settings. Blanks and line ends around a value are none of it, as files and secrets carry
 * them; empty ones count as absent. Throws SettingError, naming all that are bad.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.entries(env).flatMap(([name, value = '']) => {
    const trimmed = value.trim()
    return trimmed === '' || isOfKubernetes(name, trimmed) ? [] : [[name, trimmed] as const]
  })
  const prefixed = set
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const)
  const plain = read(plainSettings, Object.fromEntries(set), '')
  const siteKeys = prefixed.filter(([name]) => siteKey.test(name))
  const others = prefixed.filter(([name]) => !siteKey.test(name))
  const koogate = read(koogateSettings, Object.fromEntries(others), prefix)
  const faults = [...unknownOf(others), ...plain.faults, ...koogate.faults]
  if (faults.length > 0) throw new SettingError(`${faults.join('; ')}.`)
  const keys = { siteKeys: Object.fromEntries(siteKeys) }
  return { ...plain.data, ...koogate.data, ...keys } as Environment
}

/** Parses settings by a schema; the message of a SettingError names what is bad behind the prefix. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  before: string,
): z.infer<Schema> {
  const { data, faults } = read(schema, value, before)
  if (data === undefined) throw new SettingError(`${faults.join('; ')}.`)
  return data
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown, before: string) {
  const { data, error } = schema.safeParse(value)
  const faults = (error?.issues ?? []).map(
    ({ path, message }) => `${before}${path.join('.')} ${message}`,
  )
  return { data, faults }
}

// What Kubernetes sets in every pod for each service of the namespace; of one that is called koogate,
// or koogate-something, the names begin as ours do. https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
const serviceVariable =
  /_SERVICE_HOST$|_SERVICE_PORT(_\w+)?$|_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/
const serviceUrl = /^(tcp|udp|sctp):\/\//

function isOfKubernetes(name: string, value: string): boolean {
  if (!name.startsWith(prefix)) return false
  return serviceVariable.test(name) || (name.endsWith('_PORT') && serviceUrl.test(value))
}

const siteKey = /^STORE_[AS]K_[A-Z0-9_]+$/

// A misspelt setting would otherwise be a default that nobody wanted.
function unknownOf(set: readonly (readonly [name: string, value: string])[]): string[] {
  return set
    .filter(([name]) => !Object.hasOwn(koogateSettings.shape, name))
    .map(([name]) => `${prefix}${name} is not a setting of Koogate`)
}
