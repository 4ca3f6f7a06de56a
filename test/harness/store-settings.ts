/** The seller's credentials at the store's open APIs. */
export const credentials = { accessKey: 'seller-ak', secretKey: 'seller-sk' }

/** The settings of a service that asks the store at this URL. */
export function storeSettings({ url }: { readonly url: URL }): Record<string, string> {
  return {
    KOOGATE_STORE_URL: url.href,
    KOOGATE_STORE_AK: credentials.accessKey,
    KOOGATE_STORE_SK: credentials.secretKey,
  }
}
