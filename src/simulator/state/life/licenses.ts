import { newHex } from '../ids.ts'
import type { ActRules, Store } from '../store.ts'
import type { SoldInstance, SoldLicense } from '../store-data.ts'

/** The seller has taken the application; the license itself comes by the open API. */
export const licenseRules: ActRules = {}

/** Makes the code (授权码) of an instance, which the seller activates by the open API. */
export function makeCode({ data }: Store, instance: SoldInstance): SoldLicense {
  const code = `PL${newHex(data).slice(0, 16).toUpperCase()}`
  const { expireTime } = instance
  const license: SoldLicense = {
    id: code,
    instance: instance.id,
    status: 'received',
    ...(expireTime !== undefined && { expireTime }),
  }
  data.licenses[code] = license
  instance.license = code
  return license
}
