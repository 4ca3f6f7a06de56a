/** What needs a person beside alarms: what it means, and what to do. */
const kinds: Readonly<Record<string, readonly [means: string, todo: string]>> = {
  'purchase.failing': [
    'An order will be refunded',
    'Mend what its messages say, or complete the instance by hand, in time.',
  ],
  'dialtest.failing': [
    'The dial test fails or stays out',
    'Mend what the failed test calls say. Not on sale? Set dialTestWatch to off.',
  ],
  'endpoint.failing': ['An endpoint fails', 'Look at its attempts, and mend it.'],
  'signature.refused': [
    'Signatures do not hold',
    'Compare the fingerprint below with the key in the seller center.',
  ],
  'license.refused': ['The store did not take licenses', 'Read why, and enter the content anew.'],
  'license.waiting': ['Licenses wait to be made', 'Enter their content.'],
  'instance.attention': ['Instances carry a note', 'Do what it says.'],
}

export const overview = {
  title: 'Overview',
  quiet: 'Nothing needs you.',
  quietSays: 'All that Koogate sees is well; what never arrived here it does not know.',
  needs: 'Needs you now',
  worst: (hours: number) =>
    `The worst first. The store refunds an order after ${hours} hours of failures.`,
  more: 'There is more than is shown.',
  severity: 'Severity',
  what: 'What it is',
  about: 'About',
  todo: 'What to do',
  left: 'Time left, count',
  since: 'Since',
  all: 'Show all',
  severities: { critical: 'Critical', serious: 'Serious', warning: 'Warning' } as Readonly<
    Record<string, string>
  >,
  kinds,
  times: (count: string) => `${count} ×`,
  of: (count: number, limit: number) => `${count} of ${limit}`,
  dialTests: 'Dial tests',
  today: (halves: string) => `Today: ${halves}.`,
  hidden: (days: number, left: number) =>
    left === 0
      ? `Failing days in a row: ${days}. The store may have hidden the product.`
      : `Failing days in a row: ${days}. Days until hidden: ${left}.`,
  well: 'No failing day.',
  unwatched: 'No alarms: dialTestWatch is off.',
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
  failedOf: (where: string, count: string) =>
    `${where}: ${count}. With more the store may take products off sale.`,
  signatures: 'Signatures refused',
  signaturesSay: 'In the last 24 hours, with the keys that would have been accepted.',
  key: 'Key',
  cause: 'Why',
  causes: {
    mismatch: 'signed with another key',
    'no-key': 'no key is set',
    clock: 'signed over a minute off',
  } as Readonly<Record<string, string>>,
  calls: 'Calls',
  last: 'Last',
  held: 'Last that held',
}
