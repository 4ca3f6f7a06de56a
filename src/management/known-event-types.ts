/** The types of events that are told. */
export const knownEventTypes: readonly string[] = [
  ...['created', 'imported', 'activated', 'accepted', 'failed', 'overdue', 'renewed'],
  ...['renewal_refunded', 'converted', 'upgraded', 'changed', 'frozen', 'unfrozen', 'released'],
].map((name) => `instance.${name}`)
