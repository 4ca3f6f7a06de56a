import { lengths } from '../contract/index.ts'
import type { Address, ProductDefaults } from '../domain/address.ts'
import type { AppInfo } from '../domain/instance/instance.ts'
import type { Provisioned, Purchase } from '../domain/instance/life-cycle.ts'

/**
 * The port that makes what was bought. It answers ready with the buyer's addresses, pending (they come
 * later through the management API), or refused with a code of `000100`-`000107`. The store is kept
 * waiting for 3 s, in V1 for 11; an answer that comes later completes the instance then. It runs before
 * anything is written and may run again for the same purchase, at every repeat until the instance is
 * ready. It is not asked for test purchases.
 */
export type Provision = (purchase: Purchase, address: Address) => Provisioned | Promise<Provisioned>

/**
 * The built-in ways. A test purchase is provisioned by template whatever the setting: the dial test
 * must pass.
 */
export const provision: Provision = (purchase, { product }) => {
  if (product.provisioning !== 'template' && !purchase.test) return { outcome: 'pending' }
  return byTemplate(purchase.instanceId, product)
}

function byTemplate(instanceId: string, product: ProductDefaults): Provisioned {
  const appInfo = fillTemplate(instanceId, product)
  const urls = [
    { url: appInfo.frontEndUrl, most: lengths.frontEndUrl },
    { url: appInfo.adminUrl ?? '', most: lengths.adminUrl },
  ]
  const tooLong = urls.find(({ url, most }) => url.length > most)
  if (tooLong === undefined) return { outcome: 'ready', appInfo }
  const reason = `an address of instance ${instanceId} is longer than ${tooLong.most} characters`
  return { outcome: 'refused', failure: { code: '000104', reason } }
}

/** The buyer's addresses with `{instanceId}` filled in. */
export function fillTemplate(instanceId: string, product: ProductDefaults): AppInfo {
  const inUrl = (text: string) => text.replaceAll('{instanceId}', encodeURIComponent(instanceId))
  const inText = (text: string) => text.replaceAll('{instanceId}', instanceId)
  return {
    frontEndUrl: inUrl(product.frontEndUrl),
    ...(product.adminUrl && { adminUrl: inUrl(product.adminUrl) }),
    ...(product.userName && { userName: inText(product.userName).slice(0, lengths.userName) }),
    ...(product.memo && { memo: inText(product.memo).slice(0, lengths.memo) }),
  }
}
