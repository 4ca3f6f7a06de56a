/** For every kind of cause: what it means, and what to do. */
const kinds: Readonly<Record<string, readonly [means: string, todo: string]>> = {
  'ask.overdue': [
    'Your product did not answer in the time the store waits',
    'Look at the order in the seller centre: it may have been refunded. See in your product why it did not answer. Koogate asks on, and a late success clears this.',
  ],
  'dialtest.failed': [
    'A dial test was not answered with success',
    'Open its message and mend what it says: after five failing days the store hides the product. The next success clears this.',
  ],
  'dialtest.missed': [
    'No dial test came where one was due',
    'Check that the store reaches the address: domain, certificate, proxy, and whether the product is on sale. The next one clears this.',
  ],
  'endpoint.disabled': [
    'A webhook endpoint gets no more events',
    'Mend the endpoint, send it a test event, and enable it.',
  ],
  'endpoint.given_up': [
    'Events were not delivered and are given up',
    'Mend the endpoint, then replay what was given up.',
  ],
  'instance.unknown': [
    'The store named an instance that is not known here',
    'Import it if it was sold before Koogate. Else check that the right address and database are in use. Then clear this.',
  ],
  'kit.users': [
    'A list of users was taken only in part',
    'Read its message: it names the users that do not fit. Have the enterprise correct and send them again. Then clear this.',
  ],
  'license.expiry': [
    'A code kept its expiry, the store sent an earlier one',
    'Compare the code with the seller centre. If the earlier date is right, ask the store for the scene. Then clear this.',
  ],
  'license.usage': [
    'The store refuses how a code is used',
    'Check the code. A report that is taken clears this.',
  ],
  'order.idle': [
    'An order under supervision has not moved for 5 days',
    'Do the next step in the seller centre and note it at the order; that clears this.',
  ],
  'orders.failed': [
    'Real purchases failed for good',
    'More than five in a month and the store takes the product off sale. Open the failed messages, mend the cause, restart them in the seller centre.',
  ],
  'reconciliation.drift': [
    'The store shows something else than Koogate keeps',
    'Open the reconciliation and apply what can be put right. The next one without a drift clears this.',
  ],
  'store.away': [
    'The store does not answer',
    'Nothing is lost: what waits is sent later. If it lasts, check the way out (proxy, firewall). The next answer clears this.',
  ],
  'store.clock': [
    'The clocks of the store and of this machine differ',
    'Set the clock of this machine (NTP). Until then calls are signed with the time of the store.',
  ],
  'store.credentials': [
    'The store refuses the access keys, or there are none',
    'Set valid KOOGATE_STORE_AK and KOOGATE_STORE_SK and restart. What waits goes on by itself.',
  ],
  'usage.answer': [
    'The store named usage that was not sent',
    'Compare the bill of the store with the usage here. Then clear this.',
  ],
  'usage.at_risk': [
    'Usage is close to the end of its 21 days',
    'Mend what holds it up and retry it now: after 21 days it is lost.',
  ],
  'usage.defect': [
    'Usage was refused for a fault in the data',
    'Correct what your product reports, then retry or void the records.',
  ],
  'usage.expired': [
    'Usage was not taken in 21 days and is lost',
    'Tell the business team how much it was. Find why it waited. Then clear this.',
  ],
  'usage.held_up': [
    'No usage is taken: a key, the account or the form is refused',
    'Read the last answer and mend it. What waits is sent then.',
  ],
  'usage.parked': [
    'The store refused usage of an instance',
    'Read why, mend it, then retry or void the records.',
  ],
  'usage.total': [
    'A total is more than the store can show',
    'The bill is right; only the figure of the buyer is cut. Report larger units from now on. Then clear this.',
  ],
}

export const alarms = {
  title: 'Alarms',
  none: 'There are no alarms: nothing needs a person.',
  state: 'State',
  subject: 'Subject',
  kind: 'Kind',
  text: 'What happened',
  last: 'last',
  since: 'Since',
  count: 'Times',
  open: 'Open',
  cleared: 'Cleared',
  todo: 'What to do',
  clear: 'Clear',
  clearSays:
    'The alarm is closed. Nothing else changes; if its cause comes again, a new alarm is raised.',
  clearDone: 'The alarm is cleared.',
  kinds,
}
