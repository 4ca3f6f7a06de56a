import { readFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { lengths } from '../contract/index.ts'
import {
  keySettings,
  onOrOff,
  parse,
  productSettings,
  ssoSettings,
  usageSettings,
} from './environment.ts'
import { SettingError } from './setting-error.ts'
import { siteName, siteSettings } from './site-settings.ts'

/** Keys and product of one address as its file states them. */
export type AddressSettings = z.infer<typeof addressSettings>

const addressSettings = z.strictObject({
  site: siteName.optional(),
  basicKey: keySettings.BASIC_KEY,
  v1Key: keySettings.V1_KEY,
  kitKey: keySettings.KIT_KEY,
  licenseKey: keySettings.LICENSE_KEY,
  orderKey: keySettings.ORDER_KEY,
  kitPrivateKeyFile: keySettings.KIT_PRIVATE_KEY_FILE,
  provisioning: productSettings.PROVISIONING,
  frontEndUrl: productSettings.FRONT_END_URL,
  adminUrl: productSettings.ADMIN_URL,
  userName: productSettings.USER_NAME,
  memo: productSettings.MEMO,
  supportContact: productSettings.SUPPORT_CONTACT,
  v1Encryption: productSettings.V1_ENCRYPTION,
  licenseTemplate: productSettings.LICENSE_TEMPLATE,
  changeCheck: productSettings.CHANGE_CHECK,
  webhookUrl: productSettings.WEBHOOK_URL,
  webhookSecret: productSettings.WEBHOOK_SECRET,
  usagePush: usageSettings.USAGE_PUSH,
  usageMerge: usageSettings.USAGE_MERGE,
  usageLate: usageSettings.USAGE_LATE,
  ssoAppId: ssoSettings.SSO_APP_ID,
  ssoReturn: ssoSettings.SSO_RETURN,
  ssoFrameAncestors: ssoSettings.SSO_FRAME_ANCESTORS,
  ssoWorkbench: ssoSettings.SSO_WORKBENCH,
  ssoLoginUrl: ssoSettings.SSO_LOGIN_URL,
  dialTestWatch: onOrOff.optional(),
  supervised: z.boolean({ error: 'is true or false' }).optional(),
})

const noName = 'is not a name of letters, digits, dots, dashes and underscores'
const name = z
  .string()
  .max(lengths.address, { error: noName, abort: true })
  .regex(new RegExp(lengths.addressPattern), { error: noName })
// These begin a path of their own.
const reserved = ['api', 'sso', 'docs', 'console', 'health', 'metrics', 'welcome']
const file = z.strictObject({
  addresses: z.record(
    name.refine((text) => !reserved.includes(text.toLowerCase()), { error: 'is a reserved name' }),
    addressSettings,
  ),
  sites: z.record(siteName, siteSettings).optional(),
})

/** What the file states: addresses by name, and sites, if it names any. */
export type SettingsFile = z.infer<typeof file>

/** Reads KOOGATE_CONFIG_FILE. Throws SettingError, naming what is wrong. */
export function readSettingsFile(path: string): SettingsFile {
  const settings = parse(file, parsed(path), 'KOOGATE_CONFIG_FILE ')
  if (Object.keys(settings.addresses).length === 0) {
    throw new SettingError('KOOGATE_CONFIG_FILE names no address.')
  }
  return settings
}

function parsed(path: string): unknown {
  try {
    return parseYaml(readFileSync(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new SettingError(`KOOGATE_CONFIG_FILE cannot be read: ${reason}.`, { cause: error })
  }
}
