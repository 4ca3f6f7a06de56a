import type { SingleSignOn } from '../domain/address.ts'
import type { AddressSettings } from './address-file.ts'
import type { Environment } from './environment.ts'
import { SettingError } from './setting-error.ts'

/** What sign-on has in common at all addresses. */
export interface CommonSso {
  /** What counts where the file says nothing. */
  readonly sso: Pick<
    Environment,
    'SSO_APP_ID' | 'SSO_RETURN' | 'SSO_FRAME_ANCESTORS' | 'SSO_WORKBENCH' | 'SSO_LOGIN_URL'
  >
  /** Whether somebody said how browsers reach Koogate. */
  readonly hasPublicUrl: boolean
  readonly isProduction: boolean
}

// https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649141.html
const unifiedLogin =
  'https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId={appId}'

/** How users sign in at an address; undefined where nobody does. Throws SettingError. */
export function ssoOf(
  name: string,
  settings: AddressSettings,
  common: CommonSso,
): SingleSignOn | undefined {
  const { sso } = common
  const returnUrl = settings.ssoReturn ?? sso.SSO_RETURN
  const appId = settings.ssoAppId ?? sso.SSO_APP_ID
  if (returnUrl === undefined && appId === undefined) return undefined
  if (returnUrl === undefined) throw halfSet('SSO_RETURN', name)
  if (appId === undefined) throw halfSet('SSO_APP_ID', name)
  const found = {
    appId,
    loginUrl: settings.ssoLoginUrl ?? sso.SSO_LOGIN_URL ?? unifiedLogin,
    returnUrl,
    frameAncestors: settings.ssoFrameAncestors ?? sso.SSO_FRAME_ANCESTORS ?? [],
    workbench: settings.ssoWorkbench ?? sso.SSO_WORKBENCH ?? 'off',
  }
  const fault = faultOf(found, common)
  if (fault !== undefined) throw new SettingError(`KOOGATE_${fault} (address ${name}).`)
  return found
}

function halfSet(missing: string, name: string): SettingError {
  return new SettingError(
    `KOOGATE_${missing} of address ${name} is not set, although its other half is.`,
  )
}

function faultOf(
  { loginUrl, returnUrl, frameAncestors }: SingleSignOn,
  { hasPublicUrl, isProduction }: CommonSso,
): string | undefined {
  const { username, password, hash } = new URL(returnUrl)
  if (username + password + hash !== '') {
    return 'SSO_RETURN holds a user, a password or a fragment, which would be lost'
  }
  if (!loginUrl.includes('{appId}')) {
    return 'SSO_LOGIN_URL has no {appId}, without which the page knows no application'
  }
  if (!isProduction) return undefined
  if (!hasPublicUrl) return 'PUBLIC_URL is not set; users come back from their login there'
  const urls = [returnUrl, loginUrl, ...frameAncestors]
  const open = urls.find((url) => !url.startsWith('https://'))
  return (
    open &&
    `SSO_RETURN, SSO_LOGIN_URL and SSO_FRAME_ANCESTORS begin with https:// in production, and ${open} does not`
  )
}
