/** The columns by which an order line is known, in the order of its indexes. */
export const orderKeyColumns = ['order_id', 'order_line_id', 'site', 'test_address'] as const
