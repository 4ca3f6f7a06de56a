import { type Settings, storeSettings as settingsOf } from '../../scripts/dev-all/settings.ts'

/** The seller's credentials at the store's open APIs. */
export const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }

/** The settings of a service that asks the store at this URL. */
export function storeSettings(store: { readonly url: URL }): Settings {
  return settingsOf(store, credentials)
}
