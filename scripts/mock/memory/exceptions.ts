// What the contract does not say in a form that a program reads: the whole of it.
import type { Row } from './collections.ts'
import { isRow } from './values.ts'

/** Whether a thing passes a filter that has this value. */
export type Filter = (row: Row, value: string) => boolean

/** Filters whose name is no member, or which mean something else, by operation and parameter. */
export const filters: Readonly<Record<string, Readonly<Record<string, Filter>>>> = {
  listOrders: {
    delivery: ({ delivery }, value) =>
      isRow(delivery) && (delivery['step'] === 'accepted' ? 'accepted' : 'open') === value,
  },
  listLicenses: {
    // Shown with stars in it, and looked for in full.
    code: ({ code }, value) => isMaskOf(String(code), value),
  },
  listMessages: {
    outcome: ({ resultCode }, value) => (resultCode === '000000' ? 'success' : 'failure') === value,
  },
  listUsageWindows: {
    from: ({ beginTime }, value) => Date.parse(String(beginTime)) >= Date.parse(value),
    until: ({ beginTime }, value) => Date.parse(String(beginTime)) < Date.parse(value),
  },
  listWaitingUsage: {
    until: ({ deadline }, value) => Date.parse(String(deadline)) < Date.parse(value),
  },
  listWebhookAttempts: {
    since: ({ at }, value) => Date.parse(String(at)) >= Date.parse(value),
    until: ({ at }, value) => Date.parse(String(at)) < Date.parse(value),
  },
  listWebhookDeliveries: {
    failing: ({ attempts }, value) => String(Number(attempts) > 0) === value,
  },
  listEvents: {
    type: ({ type }, value) => value.split(',').some((wanted) => isOfType(String(type), wanted)),
  },
}

function isMaskOf(masked: string, value: string): boolean {
  const [first = '', ...rest] = masked.split(/\*+/)
  return value.startsWith(first) && value.endsWith(rest.at(-1) ?? first)
}

function isOfType(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}

/** What a write is about. */
export interface Written {
  readonly row: Row
  readonly body: Row
  /** The scene of the answer. */
  readonly scene: Row
  readonly now: string
}

/** What a write changes beside the members that it carries; `state` and `status` of a POST by default. */
export const effects: Readonly<Record<string, (written: Written) => Row>> = {
  putAppInfo: ({ row, scene }) => ({
    status: row['status'] === 'frozen' ? 'frozen' : scene['status'],
    failure: null,
  }),
  reportProvisioningFailed: ({ body, scene }) => ({ status: scene['status'], failure: body }),
  putLicenseContent: taken('status', 'upload', 'failure'),
  refreshOrder: ({ row, scene, now }) =>
    row['fetchedAt'] === null ? { ...bought(scene), fetchedAt: now } : { fetchedAt: now },
  noteDelivery: ({ row, body, now }) => ({ delivery: delivered(row['delivery'], body, now) }),
  clearAlarm: ({ row, now }) => ({ clearedAt: row['clearedAt'] ?? now }),
  cancelReconciliation: ({ scene, now }) => ({ state: scene['state'], endedAt: now }),
  applyDrift: ({ scene, now }) => ({ ...taken('state', 'result')({ scene }), appliedAt: now }),
  enableWebhookEndpoint: taken(
    'state',
    'disabledReason',
    'failures',
    'failingSince',
    'pausedUntil',
  ),
  testWebhookEndpoint: ({ row }) => (row['state'] === 'untested' ? { state: 'enabled' } : {}),
  rotateWebhookSecret: taken('secretRotatedUntil'),
}

/** What an import of something that is there already answers beside it. */
export const repeats: Readonly<Record<string, Row>> = { importInstance: { outcome: 'unchanged' } }

function taken(...names: readonly string[]): (written: Pick<Written, 'scene'>) => Row {
  return ({ scene }) => Object.fromEntries(names.map((name) => [name, scene[name]]))
}

// Where it is about and when it came is its own; what was bought is what the store tells.
function bought(scene: Row): Row {
  const own = ['id', 'site', 'address', 'test', 'orderId', 'orderLineId', 'instances', 'createdAt']
  return Object.fromEntries(Object.entries(scene).filter(([name]) => !own.includes(name)))
}

function delivered(delivery: unknown, { step, note = null, at }: Row, now: string): Row {
  const { steps = [] } = (delivery ?? {}) as { readonly steps?: readonly unknown[] }
  const since = at ?? now
  const noted = { step, note, by: 'mock', at: since, notedAt: now }
  return { step, since, attention: null, steps: [...steps, noted] }
}
