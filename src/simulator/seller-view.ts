import { z } from 'zod'
import type { ManagementSchemas } from '../contract.ts'

/** What the seller's management API shows of an instance, as far as a scenario looks at it. */
export type InstanceState = z.infer<typeof InstanceState>
export type Status = ManagementSchemas['InstanceStatus']
export type AppInfo = ManagementSchemas['PutAppInfoRequest']

type Members<Component> = Partial<Record<keyof Component, z.ZodType>>

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
} satisfies Members<ManagementSchemas['Instance']>)

/** What a seller's own people see and do, over the management API. */
export interface SellerView {
  /** The instance as it is now, or undefined if there is none. */
  readonly readInstance: (instanceId: string) => Promise<InstanceState | undefined>
  /** Tells how the buyer gets in, which completes manual provisioning. */
  readonly putAppInfo: (instanceId: string, appInfo: AppInfo) => Promise<void>
}

/** Looks at a seller by its origin and a management token; throws for any failure but 404. */
export function createSellerView(origin: URL | string, token: string): SellerView {
  const ask = async (instanceId: string, tail: string, init: RequestInit = {}) => {
    const path = `/api/v1/instances/${encodeURIComponent(instanceId)}${tail}`
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(new URL(path, origin), { ...init, headers })
    const text = await response.text()
    if (response.ok) return InstanceState.parse(JSON.parse(text))
    if (response.status === 404) return undefined
    throw new Error(`the management API answers ${response.status} at ${path}: ${text}`)
  }
  return {
    readInstance: (instanceId) => ask(instanceId, ''),
    async putAppInfo(instanceId, appInfo) {
      const init = { method: 'PUT', body: JSON.stringify(appInfo) }
      const state = await ask(instanceId, '/app-info', init)
      if (state === undefined) throw new Error(`the management API does not know ${instanceId}`)
    },
  }
}
