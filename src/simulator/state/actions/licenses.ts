import { newUuid } from '../ids.ts'
import { about, followCode } from '../life/instances.ts'
import { accepted } from '../life/supervision.ts'
import { ActionRefused, found } from '../refused.ts'
import type { Store } from '../store.ts'
import type { SoldLicense } from '../store-data.ts'

/** Asks for a license of an instance (License A), or once more for one that was asked for. */
export async function askLicense(
  store: Store,
  { instance: id, deviceFingerprint, license: known }: LicenseWish,
): Promise<SoldLicense> {
  const { data } = store
  const instance = found(data.instances, id, 'instance')
  const license =
    known === undefined
      ? newLicense(store, id, deviceFingerprint)
      : found(data.licenses, known, 'license')
  data.licenses[license.id] = license
  await store.tell('license', { ...about(instance), license: license.id })
  return license
}

interface LicenseWish {
  readonly instance: string
  readonly deviceFingerprint?: string
  /** The event of an application that was made before. */
  readonly license?: string
}

function newLicense({ data }: Store, instance: string, deviceFingerprint?: string): SoldLicense {
  return {
    id: newUuid(data),
    instance,
    status: 'asked',
    ...(deviceFingerprint !== undefined && { deviceFingerprint }),
  }
}

/** The seller has uploaded the license of an event (字符串/文件流上传). */
export function receiveLicense(
  { data }: Store,
  { event, content }: { event: string; content: string },
): SoldLicense {
  const license = found(data.licenses, event, 'license')
  license.status = 'uploaded'
  license.content = content
  return license
}

/**
 * The seller activates a code: the service has begun, and the order is accepted by itself unless
 * Huawei Cloud looks at it first.
 */
export async function activateCode(store: Store, code: string): Promise<SoldLicense> {
  const { data } = store
  const license = found(data.licenses, code, 'license')
  if (license.status !== 'received')
    throw new ActionRefused(`The code is ${license.status}.`, `授权码状态为 ${license.status}。`)
  license.activatedAt = data.now
  const instance = found(data.instances, license.instance, 'instance')
  instance.status = 'ACTIVE'
  const order = found(data.orders, instance.order, 'order')
  const { reviewed } = found(data.products, order.product, 'product')
  if (reviewed === true && order.supervision) order.supervision.node = 'HUAWEI_REVIEW'
  else await accepted(store, order)
  followCode(data, instance)
  return license
}
