/** What needs a person beside alarms: what it means, and what to do. */
const kinds: Readonly<Record<string, readonly [means: string, todo: string]>> = {
  'purchase.failing': [
    'An order will be refunded',
    'See the answer in its messages and mend it, or complete the instance by hand, before the time is over.',
  ],
  'dialtest.failing': [
    'The dial test fails or stays out',
    'Open the failed test calls and mend what they say. If the product is not on sale, set dialTestWatch to off.',
  ],
  'endpoint.failing': [
    'An endpoint answers with failures',
    'Look at its attempts and mend it; what is owed is sent by itself then.',
  ],
  'signature.refused': [
    'Signatures do not hold',
    'Compare the fingerprint of the key with the one bound in the seller center.',
  ],
  'license.refused': [
    'The store did not take licenses',
    'Read why at the license, and enter its content anew.',
  ],
  'license.waiting': ['Licenses wait to be made', 'Enter their content.'],
  'instance.attention': ['Instances carry a note', 'Read it and do what it says.'],
}

export const overview = {
  title: 'Overview',
  quiet: 'Nothing needs you.',
  quietSays:
    'No order waits, dial tests pass, no usage is about to be lost, endpoints answer, and no alarm is open. What never arrived here is not known.',
  needs: 'Needs you now',
  worst: 'The worst first.',
  more: 'There is more than is shown.',
  severity: 'How bad',
  what: 'What it is',
  about: 'About',
  todo: 'What to do',
  left: 'Time left',
  since: 'Since',
  all: 'Show them',
  severities: { critical: 'Critical', serious: 'Serious', warning: 'Warning' } as Readonly<
    Record<string, string>
  >,
  kinds,
  counted: (count: string) => `${count} in all`,
  of: (count: number, limit: number) => `${count} of ${limit}`,
  purchases: 'Purchases that wait',
  purchasesSay: (hours: number) =>
    `The store tries each for ${hours} hours from the first call, then it refunds the order.`,
  order: 'Order',
  attempts: 'Attempts',
  answer: 'Last answer',
  dialTests: 'Dial tests',
  today: (morning: string, afternoon: string) =>
    `Today: morning ${morning}, afternoon ${afternoon}`,
  hidden: (days: number, left: number) =>
    left === 0
      ? `${days} failing days: the store may have hidden the product.`
      : `${days} failing days in a row. Days until hidden: ${left}.`,
  well: 'No failing day.',
  unwatched: 'No alarms (dialTestWatch is off).',
  strip: '90 days, today at the right',
  day: 'Day',
  states: {
    passed: 'passed',
    failed: 'failed',
    missed: 'missed',
    pending: 'to come',
    none: 'none',
  } as Readonly<Record<string, string>>,
  halves: (morning: string, afternoon: string) => `morning ${morning}, afternoon ${afternoon}`,
  failedOrders: 'Failed orders this month',
  failedSays: 'With more the store may take products off sale.',
  usage: 'Usage about to be lost',
  usageSays: (days: number) => `The store takes usage for ${days} days.`,
  instance: 'Instance',
  records: 'Records',
  endpoints: 'Endpoints that fail',
  endpointsSay: 'Events wait for them; a disabled one gets none.',
  endpoint: 'Endpoint',
  failures: 'Failures',
  signatures: 'Signatures refused',
  signaturesSay: 'In the last 24 hours, and the keys that would have been accepted.',
  address: 'Address',
  key: 'Key',
  keys: 'Accepted',
  cause: 'Why',
  causes: {
    mismatch: 'signed with another key',
    'no-key': 'no key is set',
    clock: 'signed more than a minute ago',
  } as Readonly<Record<string, string>>,
  calls: 'Calls',
  last: 'Last',
  held: 'Last that held',
}
