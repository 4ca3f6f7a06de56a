import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { ManagementSchemas } from '../../contract/index.ts'

/** What the seller's management API shows of an instance, as far as a scenario looks at it. */
export type InstanceState = z.infer<typeof InstanceState>
export type Status = ManagementSchemas['InstanceStatus']
export type AppInfo = ManagementSchemas['PutAppInfoRequest']

/** The members that are read of a schema of the contract. */
export type Members<Component> = Partial<Record<keyof Component, z.ZodType>>

const Order = z.object({
  orderId: z.string(),
  state: z.string(),
  type: z.string().nullable(),
  quantity: z.number().nullable(),
} satisfies Members<ManagementSchemas['Order']>)

const InstanceState = z.object({
  status: z.string(),
  productId: z.string().nullable(),
  expireTime: z.coerce.date().nullable(),
  order: Order.nullable(),
  appInfo: z.object({ frontEndUrl: z.string() }).nullable(),
} satisfies Members<ManagementSchemas['Instance']>)

/** What a seller's own people see and do, over the management API. */
export interface SellerView {
  /** The instance as it is now, or undefined if there is none. */
  readonly readInstance: (instanceId: string) => Promise<InstanceState | undefined>
  /** Tells how the buyer gets in, which completes manual provisioning. */
  readonly putAppInfo: (instanceId: string, appInfo: AppInfo) => Promise<void>
  /** Reads any other path behind `/api/v1`; undefined if nothing is there. */
  readonly read: (path: string) => Promise<unknown>
}

/** Looks at a seller by its origin and a management token; throws for any failure but 404. */
export function createSellerView(origin: URL | string, token: string): SellerView {
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(new URL(`/api/v1${path}`, origin), { ...init, headers })
    const text = await response.text()
    if (response.ok) return JSON.parse(text)
    if (response.status === 404) return undefined
    throw new Error(`the management API answers ${response.status} at ${path}: ${text}`)
  }
  return {
    read: (path) => ask(path),
    async readInstance(instanceId) {
      const found = await ask(pathOf(instanceId))
      return found === undefined ? undefined : InstanceState.parse(found)
    },
    async putAppInfo(instanceId, appInfo) {
      const init = { method: 'PUT', body: JSON.stringify(appInfo) }
      const state = await ask(`${pathOf(instanceId)}/app-info`, init)
      if (state === undefined) throw new Error(`the management API does not know ${instanceId}`)
    },
  }
}

function pathOf(instanceId: string): string {
  return `/instances/${encodeURIComponent(instanceId)}`
}

/** An instance in a line. */
export function describeInstance(state: InstanceState | undefined): string {
  if (state === undefined) return '-'
  const { status, expireTime, productId, order } = state
  const until = expireTime ? `until ${expireTime.toISOString().slice(0, 10)}` : 'without expiry'
  const product = `${productId ?? 'product unknown'} x ${order?.quantity ?? '?'}`
  return `${status} ${until}, ${product}, order ${order?.type ?? ''} ${order?.state ?? 'unknown'}`
}

const PublicKeys = z.object({
  items: z.array(
    z.object({ publicKey: z.string() } satisfies Members<ManagementSchemas['KitPublicKey']>),
  ),
})

/** The public key that the seller pastes into the console, of its first address. */
export async function readPublicKey({ read }: Pick<SellerView, 'read'>): Promise<KeyObject> {
  const { items } = PublicKeys.parse(await read('/kit/public-key'))
  const [first] = items
  if (first === undefined) throw new Error('the seller shows no public key')
  const key = Buffer.from(first.publicKey, 'base64')
  return createPublicKey({ key, format: 'der', type: 'spki' })
}
