/**
 * What was bought and by whom, on the instance: its orders with what they tell, its buyer, and the
 * sentences for the operator. Encrypted as one, for the buyer and the extension parameters in it. Null
 * in a row that only the version before has written; where sale_version is not the version, it has
 * written last.
 */
export const sale: readonly string[] = [
  `alter table sold_instances add column sale bytea, add column sale_version integer`,
]
