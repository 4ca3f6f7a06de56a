/** For every kind of cause: what it means, and what to do. */
const kinds: Readonly<Record<string, readonly [means: string, todo: string]>> = {
  'ask.overdue': [
    'Your product did not answer in time',
    'See why, and whether the store has refunded the order. A late success clears this.',
  ],
  'dialtest.failed': [
    'A dial test failed',
    'Open its message and mend the cause: after five failing days the product is hidden. A success clears this.',
  ],
  'dialtest.missed': [
    'A dial test did not come',
    'Check that the store reaches the address (domain, certificate, proxy) and the product is on sale. The next one clears this.',
  ],
  'endpoint.disabled': [
    'A webhook endpoint gets no more events',
    'Mend the endpoint, send it a test event, and enable it.',
  ],
  'endpoint.given_up': [
    'Events were given up',
    'Mend the endpoint, then replay what was given up.',
  ],
  'instance.unknown': [
    'The store named an unknown instance',
    'Import it if it was sold before Koogate; else check address and database. Then clear this.',
  ],
  'kit.users': [
    'A list of users was taken only in part',
    'Its message names the users that do not fit: the enterprise corrects and sends them. Then clear this.',
  ],
  'license.expiry': [
    'A code kept its expiry; the store sent an earlier one',
    'Compare it with the seller centre. Then clear this.',
  ],
  'license.usage': [
    'The store refuses how a code is used',
    'Check the code. A report that is taken clears this.',
  ],
  'order.idle': [
    'A supervised order has not moved for 5 days',
    'Do the next step in the seller centre and note it at the order.',
  ],
  'orders.failed': [
    'Real purchases failed for good',
    'Open the failed messages, mend the cause, restart them in the seller centre: more than five a month and the product is removed.',
  ],
  'reconciliation.drift': [
    'The store shows something else than Koogate',
    'Open the reconciliation and apply what can be put right.',
  ],
  'store.away': [
    'The store does not answer',
    'Nothing is lost, what waits is sent later. If it lasts, check proxy and firewall.',
  ],
  'store.clock': [
    'Our clock and the store’s differ',
    'Set the clock of this machine (NTP). Until then calls are signed with the time of the store.',
  ],
  'store.credentials': [
    'The access keys are refused or missing',
    'Set valid KOOGATE_STORE_AK and KOOGATE_STORE_SK and restart. What waits goes on.',
  ],
  'usage.answer': [
    'The store named usage that was not sent',
    'Compare the store’s bill with the usage here. Then clear this.',
  ],
  'usage.at_risk': [
    'Usage is close to the end of its 21 days',
    'Mend what holds it up and retry it now: after that it is lost.',
  ],
  'usage.defect': [
    'Usage was refused for faulty data',
    'Correct what your product reports, then retry or void it.',
  ],
  'usage.expired': [
    'Usage was not taken in 21 days and is lost',
    'Tell the business team how much, and find out why. Then clear this.',
  ],
  'usage.held_up': [
    'No usage is taken: key, account or form is refused',
    'Read the last answer and mend it. What waits is sent then.',
  ],
  'usage.parked': [
    'The store refused usage of an instance',
    'Read why, mend it, then retry or void it.',
  ],
  'usage.total': [
    'A total is more than the store can show',
    'The bill is right, the buyer’s figure is cut: report larger units. Then clear this.',
  ],
}

export const alarms = {
  title: 'Alarms',
  none: 'There is no such open alarm.',
  noneCleared: 'None.',
  subject: 'Subject',
  kind: 'Kind',
  text: 'What happened',
  last: 'last',
  since: 'Since',
  count: 'Times',
  cleared: 'Cleared alarms',
  todo: 'What to do',
  clear: 'Clear',
  clearSays:
    'The alarm is closed. Nothing else changes; if its cause comes again, a new alarm is raised.',
  clearDone: 'The alarm is cleared.',
  kinds,
}
