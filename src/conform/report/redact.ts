import { fingerprint } from '../../crypto/fingerprint.ts'
import type { SellerKeys } from '../seller-keys.ts'

/** Takes the keys out of a text: each is named by its fingerprint. */
export type Redact = (text: string) => string

// Shorter ones are no keys of the store, and would be found in every text.
const shortest = 4

/** What hides the keys of a run, as they are and as URLs and JSON write them. */
export function createRedact(...keys: readonly SellerKeys[]): Redact {
  const secrets = keys
    .flatMap((one) => Object.values(one))
    .filter((key) => key.length >= shortest)
    .flatMap((key) => {
      const forms = [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]
      return [...new Set(forms)].map((form) => [form, `<key ${fingerprint(key)}>`] as const)
    })
    .sort(([a], [b]) => b.length - a.length)
  return (text) => secrets.reduce((rest, [form, name]) => rest.replaceAll(form, name), text)
}
