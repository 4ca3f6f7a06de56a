import { randomBytes } from 'node:crypto'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import type { Settings } from '../dev-all/settings.ts'

/** Keys of every type, credentials of the open APIs and a management token, all made for this run. */
export const keys = makeAccessKeys()
export const credentials = { accessKey: 'DEMO-ACCESS-KEY', secretKey: secret() }
export const managementToken = secret()

/** The settings of a service with all of the keys, which keeps its data in a folder. */
export function settingsFor(
  provisioning: 'template' | 'manual' | 'webhook',
  folder: string,
): Settings {
  return {
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    KOOGATE_BASIC_KEY: keys.basic,
    KOOGATE_V1_KEY: keys.v1,
    KOOGATE_KIT_KEY: keys.kit,
    KOOGATE_LICENSE_KEY: keys.license,
    KOOGATE_ORDER_KEY: keys.order,
    KOOGATE_MANAGEMENT_TOKEN: managementToken,
    KOOGATE_PROVISIONING: provisioning,
    KOOGATE_LICENSE_TEMPLATE: 'DEMO {instanceId} {eventId}{identificationCode}',
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}
