import { type IncomingMessage, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { type Settings, productSettings as settingsOf } from '../../scripts/dev-all/settings.ts'
import type { ManagementSchemas } from '../../src/contract/index.ts'

type Data = Partial<
  ManagementSchemas['ProvisionRequestedData'] &
    ManagementSchemas['LicenseRequestedData'] &
    ManagementSchemas['ChangeRequestedData'] &
    ManagementSchemas['ChangeCheckData']
>

/** What the product was asked: one attempt, its signature verified. */
export interface AskedOfProduct {
  readonly id: string
  readonly type: string
  readonly data: Data & { readonly instanceId: string; readonly attempt?: number }
}

/** How the product answers: a status, and a body or none; after a while, or what else it waits for. */
export interface ProductAnswer {
  readonly status: number
  /** Sent as JSON, a text as it is. */
  readonly body?: unknown
  readonly afterMs?: number
  readonly after?: Promise<unknown>
}

/** A seller's product that is asked by webhook. */
export interface Product {
  readonly url: string
  /** Every attempt in the order in which they came. */
  readonly asked: readonly AskedOfProduct[]
  /** The same of one order. */
  askedOf(order: { readonly orderId: string }): readonly AskedOfProduct[]
  /** How many it was busy with at once, at most, under one id. */
  readonly mostAtOnce: number
  answer: (asked: AskedOfProduct) => ProductAnswer
  close(): Promise<void>
}

export const webhookSecret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`

/** What a product answers that makes everything at once. */
export function madeAtOnce({ type, data }: AskedOfProduct): ProductAnswer {
  if (type === 'provision.requested') return { status: 200, body: entranceOf(data.instanceId) }
  if (type === 'license.issue_requested')
    return { status: 200, body: { text: `LICENSE ${data.licenseId}` } }
  return type === 'change.check' ? { status: 200, body: { allowed: true } } : { status: 204 }
}

export const entranceOf = (instanceId: string) => ({
  frontEndUrl: `https://app.example.com/t/${instanceId}`,
  userName: 'admin',
  password: 'open-sesame-9',
})

const askTypes: ReadonlySet<string> = new Set([
  'provision.requested',
  'license.issue_requested',
  'change.check',
  'change.requested',
])

/** Starts a product; its settings are `productSettings`. */
export async function startProduct(): Promise<Product> {
  const asked: AskedOfProduct[] = []
  const busy = new Map<string, number>()
  const webhook = new Webhook(webhookSecret)
  let mostAtOnce = 0
  const product = { answer: madeAtOnce }

  const server = createServer((request, response) => {
    void (async () => {
      const text = await textOf(request)
      const body = webhook.verify(text, request.headers as Record<string, string>) as Omit<
        AskedOfProduct,
        'id'
      >
      const one = { ...body, id: String(request.headers['webhook-id']) }
      // Events come to the same URL.
      if (!askTypes.has(one.type)) {
        response.writeHead(204).end()
        return
      }
      asked.push(one)
      busy.set(one.id, (busy.get(one.id) ?? 0) + 1)
      mostAtOnce = Math.max(mostAtOnce, busy.get(one.id) ?? 0)
      const { status, body: answered, afterMs = 0, after } = product.answer(one)
      if (afterMs > 0) await wait(afterMs)
      await after
      busy.set(one.id, (busy.get(one.id) ?? 1) - 1)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof answered === 'string' ? answered : JSON.stringify(answered))
    })()
  })
  await listening(server)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/koogate`,
    asked,
    askedOf: ({ orderId }) => asked.filter(({ data }) => data.orderId === orderId),
    get mostAtOnce() {
      return mostAtOnce
    },
    get answer() {
      return product.answer
    },
    set answer(answer) {
      product.answer = answer
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The settings of a service that provisions by this product. */
export function productSettings({ url }: Pick<Product, 'url'>): Settings {
  return settingsOf({ url, secret: webhookSecret })
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined))
  })
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
