import type { OrderStoreOptions } from '../../src/simulator/api/order-store.ts'
import type { SimulatedAuthCentre } from '../../src/simulator/auth-centre/auth-centre.ts'

/** Settings of the service, by name. */
export type Settings = Readonly<Record<string, string>>

/** The seller's key pair at the store's open APIs. */
export type Credentials = Pick<OrderStoreOptions, 'accessKey' | 'secretKey'>

/** The settings of a service that asks the store at this URL. */
export function storeSettings(
  { url }: { readonly url: URL },
  { accessKey, secretKey }: Credentials,
): Settings {
  return {
    KOOGATE_STORE_URL: url.href,
    KOOGATE_STORE_AK: accessKey,
    KOOGATE_STORE_SK: secretKey,
  }
}

/** The settings of a service that asks and tells this product. */
export function productSettings(product: {
  readonly url: string
  readonly secret: string
}): Settings {
  return {
    KOOGATE_PROVISIONING: 'webhook',
    KOOGATE_WEBHOOK_URL: product.url,
    KOOGATE_WEBHOOK_SECRET: product.secret,
  }
}

/** The application whose users sign in, and where the product takes them over. */
export interface Application {
  readonly appId: string
  readonly returnUrl: string
}

/** The settings of a service whose users sign in at this auth centre. */
export function signOnSettings(
  { loginUrl }: Pick<SimulatedAuthCentre, 'loginUrl'>,
  { appId, returnUrl }: Application,
): Settings {
  return {
    KOOGATE_SSO_APP_ID: appId,
    KOOGATE_SSO_RETURN: returnUrl,
    KOOGATE_SSO_LOGIN_URL: loginUrl,
    KOOGATE_SSO_WORKBENCH: 'on',
  }
}
