/** What a match tells of a kept call. */
export const messageColumns = {
  id: 'id',
  label: 'coalesce(activity, operation)',
  instance_id: 'instance_id',
  order_id: 'order_id',
  address: 'address',
  test: 'test',
  at: 'received_at',
}
