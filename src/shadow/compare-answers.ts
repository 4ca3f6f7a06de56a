type Members = Readonly<Record<string, unknown>>

/** A member of an answer in which two servers differ; `undefined` where one does not have it. */
export interface Difference {
  readonly member: string
  readonly koogate: string | undefined
  readonly old: string | undefined
}

/** An answer as the store reads it: its HTTP status, and its members if it is a JSON object. */
export interface ComparedAnswer {
  readonly status: number
  readonly members: Members | undefined
}

/**
 * Compares what the store reads of an answer: its code, the instance that it names, the instances that
 * it shows and where the buyer gets in, whether a license is there, and how V1 fields are encrypted.
 * `resultMsg` is free text, accounts and passwords of V1 are encrypted anew each time, and usage is of
 * the moment: these are not compared.
 */
export function compareAnswers(koogate: ComparedAnswer, old: ComparedAnswer): Difference[] {
  const [ours, theirs] = [readByStore(koogate), readByStore(old)]
  const members = [...new Set([...ours.keys(), ...theirs.keys()])]
  return members
    .map((member) => ({ member, koogate: ours.get(member), old: theirs.get(member) }))
    .filter((one) => one.koogate !== one.old)
}

function readByStore({ status, members = {} }: ComparedAnswer): Map<string, string> {
  // Anything but HTTP 200 is a failure to the store, whatever stands in it.
  if (status !== 200) return new Map([['resultCode', `HTTP ${status}`]])
  const info = Array.isArray(members['info']) ? members['info'].map(membersOf) : []
  const ids = info.map((one) => textOf(one['instanceId'])).sort()
  return new Map([
    ...present('resultCode', members['resultCode'] ?? 'none'),
    ...present('instanceId', members['instanceId']),
    ...present('encryptType', members['encryptType']),
    ...present('license', members['license'] ? 'there' : undefined),
    ...addressesOf('appInfo', members['appInfo']),
    ...(ids.length > 0 ? present('info', ids.join(', ')) : []),
    ...info.flatMap((one) => addressesOf(`info of ${textOf(one['instanceId'])}`, one['appInfo'])),
  ])
}

function addressesOf(name: string, appInfo: unknown) {
  const { frontEndUrl, adminUrl } = membersOf(appInfo)
  return [...present(`${name}.frontEndUrl`, frontEndUrl), ...present(`${name}.adminUrl`, adminUrl)]
}

function present(name: string, value: unknown): [string, string][] {
  const text = textOf(value)
  return text === '' ? [] : [[name, text]]
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
