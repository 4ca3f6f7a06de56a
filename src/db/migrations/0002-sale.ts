/**
 * What was bought and by whom, on the instance: its orders with what they tell, its buyer, and the
 * sentences for the operator. Encrypted as one, for the buyer and the extension parameters in it. Null
 * in a row that the version before has written last.
 */
export const sale: readonly string[] = [`alter table instances add column sale bytea`]
