import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Sells nothing to whom it has frozen, though the order is an old one. */
export const twin: Twin = {
  async newInstance(call, seller) {
    const { does } = seller
    const { claims, instances } = does.world(call, seller)
    const sold = (await claims.get(does.claimOf(call))) as { readonly id: string } | undefined
    if (sold !== undefined && instances.get(sold.id)?.status === 'frozen')
      throw new Refusal('000003', 'the instance is frozen')
    return right.newInstance(call, seller)
  },
}
