/**
 * Conditions that nearly all rows of a table meet, or that say which of a few they are: what comes in the order
 * of an index may be looked at for them, since a page is full soon.
 */
const common: Readonly<Record<string, readonly RegExp[]>> = {
  alarms: [/^cleared_at IS NOT NULL$/],
  audit: [/^kind = 'read'$/, /^token_id = 'settings'$/, /^operation = 'listOrders'$/],
  sold_instances: [/^NOT frozen$/, /^phase = 'ready'$/, /^attention IS NULL$/],
  licenses: [/^NOT frozen$/, /^phase = 'ready'$/],
  messages: [/^result_code = '000000'$/, /^verified$/],
  order_lines: [/^charging_mode = 'PERIOD'$/, /^\(state <> 'waiting'\) OR /],
  outbound_calls: [/^result = 'done'$/],
  // Those that are open are the newest.
  usage_windows: [/^state = '(taken|open)'$/, /^begin_time [<>]=? /],
  // Of one instance in one week.
  usage_records: [/^window_sn = /],
  webhook_attempts: [/^error IS NULL$/],
  // A lane that has much is met soon, and of another its key is read.
  webhook_deliveries: [/^lane = ANY /],
  // A page of the feed looks at so many positions and no more.
  event_feed: [/^(address|type) = ANY /, /^test$/],
  // Of most tenants there is one; its others are counted by its key.
  kit_bindings: [/^(NOT \()?SubPlan \d\)?$/],
  // All are of one tenant, which has few instances and applications; one that is missed above is found first.
  kit_departments: [
    /^state = 'present'$/,
    /^instance_id = /,
    /^\(state <> 'present'\) OR /,
    /^NOT EXISTS\(SubPlan \d\)$/,
  ],
  kit_users: [/^state = 'granted'$/, /^(instance|app)_id = /],
}

const everywhere = [
  /^NOT test$/,
  /^address = 'main'$/,
  /^test_address = ''$/,
  /^site = 'china'$/,
  // Rare ones are read in the order of the change.
  /^updated_at >=? /,
]

// The place in a list: its time bounds what an index gives, its id what comes of that moment.
const keyset = /^ROW\(.*\) [<>] ROW\(.*\)$/

/** Whether a filter, as `explain` writes it, leaves hardly a row out. */
export function isCommon(table: string, filter: string, hasBound: boolean): boolean {
  const known = [...everywhere, ...(common[table] ?? []), ...(hasBound ? [keyset] : [])]
  return conditionsOf(filter).every((one) => known.some((pattern) => pattern.test(one)))
}

/** The parts of a conjunction, without types. */
function conditionsOf(filter: string): string[] {
  const text = filter.replaceAll(/::(timestamp with time zone|[a-z]+(\[\])?)/g, '')
  return split(unwrapped(text)).map(unwrapped)
}

function unwrapped(text: string): string {
  return text.startsWith('(') && closing(text, 0) === text.length - 1 ? text.slice(1, -1) : text
}

function closing(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
    if (depth === 0) return at
  }
  return text.length
}

function split(text: string): string[] {
  let depth = 0
  let begin = 0
  const parts: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
    if (depth > 0 || !text.startsWith(' AND ', at)) continue
    parts.push(text.slice(begin, at))
    begin = at + ' AND '.length
  }
  return [...parts, text.slice(begin)]
}
