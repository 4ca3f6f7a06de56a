// The rules that both models of the life cycle have.

export type Members = Readonly<Record<string, unknown>>

/** What the provisioning port says to a real purchase. */
export type Provisioning = 'ready' | 'pending' | 'refused'

export interface Modelled {
  readonly id: string
  readonly test: boolean
  phase: 'provisioning' | 'ready' | 'failed' | 'released'
  /** How often each kind of change happened. */
  readonly changes: Map<string, number>
}

/** What a call must be answered with. */
export interface Expected {
  readonly code: string
  /** Of a purchase that was accepted. */
  readonly instanceId?: string
  /** Ids that stand in the info of a query. */
  readonly info?: readonly string[]
}

export interface Circumstances {
  readonly now: number
  readonly provisioning: Provisioning
  /** The id of the instance that a purchase made: only looked at where the rules leave it open. */
  readonly madeId: string | undefined
}

export const success: Expected = { code: '000000' }
export const unknown: Expected = { code: '000003' }

export function isTest(call: Members): boolean {
  return call['testFlag'] === '1'
}

export function count({ changes }: Modelled, kind: string): void {
  changes.set(kind, (changes.get(kind) ?? 0) + 1)
}

export const phaseAfter = { ready: 'ready', pending: 'provisioning', refused: 'failed' } as const

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the calls do to instances that are about one, whatever the generation. */
export function rulesOf<Instance extends Modelled>(instances: ReadonlyMap<string, Instance>) {
  /** The instance that a call may see: of its own kind, and not released. */
  function seen(id: unknown, call: Members): Instance | undefined {
    const instance = instances.get(String(id))
    return instance?.test === isTest(call) && instance.phase !== 'released' ? instance : undefined
  }

  function change(call: Members, apply: (instance: Instance) => void): Expected {
    const instance = seen(call['instanceId'], call)
    if (instance === undefined) return isTest(call) ? success : unknown
    apply(instance)
    return success
  }

  const applied = new Set<string>()

  function applyOnce(
    call: Members,
    ids: readonly string[],
    apply: (instance: Instance) => void,
  ): Expected {
    const names = ['activity', 'instanceId', ...ids]
    const key = JSON.stringify([isTest(call), ...names.map((name) => call[name])])
    if (applied.has(key)) return success
    return change(call, (instance) => {
      applied.add(key)
      apply(instance)
    })
  }

  function release(call: Members): Expected {
    const instance = seen(call['instanceId'], call)
    if (instance === undefined) return success
    instance.phase = 'released'
    count(instance, 'released')
    return success
  }

  function query(call: Members): Expected {
    const ids = [...new Set(String(call['instanceId']).split(','))]
    if (isTest(call)) return { ...success, info: ids }
    const asked = ids.map((id) => seen(id, call))
    const inPhase = (phase: string) => asked.filter((instance) => instance?.phase === phase)
    const info = inPhase('ready').flatMap((instance) => instance?.id ?? [])
    if (inPhase('provisioning').length > 0) return { code: '000004', info }
    if (info.length > 0) return { ...success, info }
    return inPhase('failed').length > 0 ? { code: '000005', info } : { ...unknown, info }
  }

  /** The first businessId, or a UUID where another purchase has that id. */
  function firstFree(businessId: string, madeId: string | undefined): string {
    if (!instances.has(businessId)) return businessId
    const isNew = madeId !== undefined && uuid.test(madeId) && !instances.has(madeId)
    return isNew ? madeId : 'a UUID that no instance has'
  }

  /** The seller fills in the app info; the HTTP status. */
  function complete(id: string, provide: (instance: Instance) => void): 200 | 404 | 409 {
    const instance = instances.get(id)
    if (instance === undefined) return 404
    if (instance.phase === 'released') return 409
    provide(instance)
    return 200
  }

  return { change, applyOnce, release, query, firstFree, complete }
}
