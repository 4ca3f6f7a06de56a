/** What a query carries; what is not set is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

let suffix = ''

/** For a host that knows files only, as that of the demo: `instances.html`. */
export function nameFiles(): void {
  suffix = '.html'
}

/** An address of one page, relative: all of them lie in one folder, wherever that is. */
function address(name: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.append(key, String(value))
  }
  const file = name === '' ? './' : name + suffix
  return search.size > 0 ? `${file}?${search}` : file
}

const list = (name: string) => (filters?: Query) => address(name, filters)
const one = (name: string) => (id: string) => address(name, { id })

/**
 * Every address of the console. `<a href={paths.instance(id)}>`, `<a href={paths.messages({ outcome: 'failure' })}>`:
 * ids are in the query, so that any id works.
 */
export const paths = {
  overview: list(''),
  instances: list('instances'),
  instance: one('instance'),
  find: one('find'),
  messages: list('messages'),
  message: one('message'),
  reruns: list('reruns'),
  calls: list('calls'),
  orders: list('orders'),
  order: one('order'),
  reconciliations: list('reconciliations'),
  usage: list('usage'),
  record: one('record'),
  licenses: list('licenses'),
  license: one('license'),
  enterprises: list('enterprises'),
  enterprise: one('enterprise'),
  webhooks: list('webhooks'),
  webhook: one('webhook'),
  events: list('events'),
  event: one('event'),
  keys: list('keys'),
  credential: one('credential'),
  alarms: list('alarms'),
  access: list('access'),
  setup: list('setup'),
} as const

export type PageName = keyof typeof paths

/** The last segment of a page's address: `overview` is the folder itself. */
export const segmentOf = (name: PageName): string => (name === 'overview' ? '' : name + suffix)

export const pageNames = Object.keys(paths) as readonly PageName[]
