import { randomBytes } from 'node:crypto'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'

/** Keys of every type, credentials of the open APIs and a management token, all made for this run. */
export const keys = makeAccessKeys()
export const credentials = { accessKey: 'DEMO-ACCESS-KEY', secretKey: secret() }
export const managementToken = secret()

/** The settings of a service with all of them, on a folder and with a store's open APIs. */
export function settingsFor(
  provisioning: 'template' | 'manual',
  folder: string,
  storeUrl: string,
): Record<string, string> {
  return {
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    KOOGATE_BASIC_KEY: keys.basic,
    KOOGATE_V1_KEY: keys.v1,
    KOOGATE_KIT_KEY: keys.kit,
    KOOGATE_LICENSE_KEY: keys.license,
    KOOGATE_ORDER_KEY: keys.order,
    KOOGATE_MANAGEMENT_TOKEN: managementToken,
    KOOGATE_STORE_URL: storeUrl,
    KOOGATE_STORE_AK: credentials.accessKey,
    KOOGATE_STORE_SK: credentials.secretKey,
    KOOGATE_PROVISIONING: provisioning,
    KOOGATE_LICENSE_TEMPLATE: 'DEMO {instanceId} {eventId}{identificationCode}',
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}
