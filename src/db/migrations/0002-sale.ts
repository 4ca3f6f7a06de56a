/**
 * What was bought and by whom, on the instance: its orders with what they tell, its buyer, and the
 * sentences for the operator. Encrypted as one, for the buyer and the extension parameters in it. Null
 * where the columns tell all of it. Where sale_version is not the version, the version before has
 * written the row, and what it kept apart is still to be read (jobs/complete-old-sales.ts).
 */
export const sale: readonly string[] = [
  `alter table sold_instances add column sale bytea, add column sale_version integer`,
]
