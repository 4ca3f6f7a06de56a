/** The documents of the contract, in the order in which they are shown. */
export const documentNames = ['seller', 'store', 'management'] as const
export type DocumentName = (typeof documentNames)[number]
