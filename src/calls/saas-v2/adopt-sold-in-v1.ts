import { findSoldInV1 } from '../../db/instance/find-purchase.ts'
import type { Instance, InstanceFamily, OrderKey } from '../../domain/instance/instance.ts'
import { type Call, type Claim, claimOf, purchaseKeyOf } from '../call.ts'
import type { Services } from '../services.ts'

/** What V1 has sold, as the instance of an order line from now on. */
export interface Adopted {
  readonly instance: Instance
  /** By which V1 goes on finding it. */
  readonly claim: Claim
}

/**
 * Takes over what V1 has sold of the order of a V2 purchase, so that a product which changes its
 * generation does not sell again. Only the one instance of an order: which of several a line means
 * nobody knows. An order that a debugger made up is left alone.
 */
export async function adoptSoldInV1(
  call: Call<OrderKey> & { readonly family: InstanceFamily },
  { db, vault }: Pick<Services, 'db' | 'vault'>,
): Promise<Adopted | undefined> {
  const { family, test, body } = call
  if (test || family !== 'saas-v2') return undefined
  const sold = await findSoldInV1(db, vault, purchaseKeyOf(call, family, body))
  if (sold === undefined) return undefined
  const { instanceId, orderId } = sold
  const claim = claimOf(call, 'newInstance', [orderId, sold.orderLineId])
  return {
    instance: { ...sold, family, orderLineId: body.orderLineId },
    claim: { ...claim, instanceId },
  }
}
