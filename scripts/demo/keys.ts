import { randomBytes } from 'node:crypto'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'

/** Keys of every type, credentials of the open APIs and a management token, all made for this run. */
export const keys = makeAccessKeys()
export const credentials = { accessKey: 'DEMO-ACCESS-KEY', secretKey: secret() }
export const managementToken = secret()
/** In the form of Standard Webhooks. */
export const webhookSecret = `whsec_${randomBytes(24).toString('base64')}`

/** Where a service of the demo keeps its data, and whom it calls. */
export interface DemoPlaces {
  readonly folder: string
  /** The store's open APIs. */
  readonly storeUrl: string
  /** The seller's product; undefined where none is asked and told. */
  readonly productUrl?: string | undefined
}

/** The settings of a service with all of the keys. */
export function settingsFor(
  provisioning: 'template' | 'manual' | 'webhook',
  { folder, storeUrl, productUrl }: DemoPlaces,
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
    ...(productUrl && {
      KOOGATE_WEBHOOK_URL: productUrl,
      KOOGATE_WEBHOOK_SECRET: webhookSecret,
    }),
    KOOGATE_LICENSE_TEMPLATE: 'DEMO {instanceId} {eventId}{identificationCode}',
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}
