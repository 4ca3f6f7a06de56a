// A product that sells seats through Koogate: it takes orders and changes from it, and lets buyers in.
// Node alone, no packages: see README.md.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'

const { WEBHOOK_SECRET = '', PORT = '3000', HOST = '127.0.0.1' } = process.env
const { PUBLIC_URL = `http://localhost:${PORT}`, STATE_FILE = 'state.json' } = process.env
if (!WEBHOOK_SECRET.startsWith('whsec_')) throw new Error('WEBHOOK_SECRET is missing: whsec_…')
const key = Buffer.from(WEBHOOK_SECRET.slice('whsec_'.length), 'base64')

interface Tenant {
  version: number
  status: string
  seats: number
  expireTime: string
  owner: string
}
interface Answer {
  readonly status: number
  readonly body?: object
}
/** What Koogate sends: asks (`provision.requested`) and events (`instance.renewed`) have one form. */
interface Message {
  readonly type: string
  readonly data: {
    readonly instanceId?: string
    readonly status?: string | null
    readonly version?: number | null
    readonly expireTime?: string | null
    readonly plan?: { readonly quantity: number | null; readonly expireTime?: string | null } | null
    readonly buyer?: { readonly customerName: string | null } | null
    readonly targets?: readonly { readonly linearValue?: unknown }[]
  }
}

// Everything in one file, written as a whole: what was answered is known after a restart too.
interface State {
  readonly tenants: Record<string, Tenant>
  answers: Record<string, Answer>
}
const empty = '{"tenants":{},"answers":{}}'
const state = JSON.parse(existsSync(STATE_FILE) ? readFileSync(STATE_FILE, 'utf8') : empty) as State

function save(): void {
  writeFileSync(`${STATE_FILE}.new`, JSON.stringify(state), { mode: 0o600 })
  renameSync(`${STATE_FILE}.new`, STATE_FILE)
}

/** Standard Webhooks: an HMAC of id, time and the bytes as they came; while a secret changes, of two. */
function isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
  const timestamp = String(headers['webhook-timestamp'])
  const signed = `${String(headers['webhook-id'])}.${timestamp}.`
  const mac = createHmac('sha256', key).update(signed).update(body).digest()
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300
  const signatures = String(headers['webhook-signature']).split(' ')
  const given = signatures.map((one) => Buffer.from(one.replace('v1,', ''), 'base64'))
  return isFresh && given.some((one) => one.length === mac.length && timingSafeEqual(one, mac))
}

function tenantOf(id: string): Tenant {
  return (state.tenants[id] ??= { version: 0, status: 'new', seats: 1, expireTime: '', owner: '' })
}

/** Koogate asks for what was bought; the answer says how the buyer gets in. */
function provision(id: string, { plan, buyer }: Message['data']): Answer {
  const tenant = tenantOf(id)
  if (tenant.status === 'released') {
    return { status: 409, body: { code: '000104', reason: 'it was given back' } }
  }
  const [seats, owner] = [plan?.quantity ?? 1, buyer?.customerName ?? 'somebody']
  Object.assign(tenant, { status: 'active', seats, owner, expireTime: plan?.expireTime ?? '' })
  const memo = `${seats} seats for ${owner}`
  return { status: 200, body: { frontEndUrl: `${PUBLIC_URL}/t/${id}`, userName: 'admin', memo } }
}

/** Whether a renewal may change what was bought: not below the seats that are in use. */
function checkChange(id: string, { targets = [] }: Message['data']): Answer {
  const inUse = 1 // a real product counts its users
  const isTooFew = targets.some(({ linearValue }) => Number(linearValue ?? inUse) < inUse)
  return { status: 200, body: { allowed: !isTooFew, reason: isTooFew ? `${id} needs more` : null } }
}

/** An event tells the whole instance; what is older than what is known changes nothing. */
function follow(id: string, { status, version, expireTime, plan }: Message['data']): Answer {
  const tenant = tenantOf(id)
  if ((version ?? 0) < tenant.version) return { status: 204 }
  tenant.version = version ?? 0
  tenant.expireTime = expireTime ?? ''
  tenant.seats = plan?.quantity ?? tenant.seats
  if (status && status !== 'provisioning') tenant.status = status // active, frozen, released …
  if (status === 'released') tenant.owner = '' // and whatever else it holds is deleted here
  return { status: 204 }
}

function answerTo({ type, data }: Message): Answer {
  const id = data.instanceId ?? ''
  if (type === 'provision.requested') return provision(id, data)
  if (type === 'change.check') return checkChange(id, data)
  if (type === 'change.requested') tenantOf(id).seats = data.plan?.quantity ?? 1
  return type.startsWith('instance.') ? follow(id, data) : { status: 204 } // and what comes later
}

async function receive(request: IncomingMessage): Promise<Answer> {
  let body = Buffer.alloc(0)
  for await (const part of request) {
    body = Buffer.concat([body, part as Buffer])
    if (body.length > 1_000_000) return { status: 413 }
  }
  if (!isSigned(request, body)) return { status: 401 }
  const id = String(request.headers['webhook-id'])
  const known = state.answers[id]
  if (known) return known // the same message once more: nothing is done twice
  const message = JSON.parse(body.toString()) as Message
  const answer = (state.answers[id] = answerTo(message))
  state.answers = Object.fromEntries(Object.entries(state.answers).slice(-10_000))
  save()
  console.log(message.type, message.data.instanceId ?? '')
  return answer
}

/** What the buyer sees behind the entrance. */
function show(id: string, response: ServerResponse): void {
  const tenant = Object.hasOwn(state.tenants, id) ? state.tenants[id] : undefined
  const isOpen = tenant?.status === 'active'
  response.writeHead(isOpen ? 200 : 403, { 'content-type': 'text/plain' })
  response.end(isOpen ? `${tenant.seats} seats until ${tenant.expireTime}` : tenant?.status)
}

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body } = await receive(request).catch((error: unknown): Answer => {
    console.error(error)
    return { status: 500 } // Koogate comes again
  })
  if (status === 401) console.error('refused: the signature does not hold')
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const web = createServer((request, response) => {
  const [, tenant] = /^\/t\/([\w-]+)$/.exec(request.url ?? '') ?? []
  if (tenant !== undefined) show(tenant, response)
  else if (request.method === 'POST' && request.url === '/koogate') void reply(request, response)
  else response.writeHead(404).end()
})
web.on('error', ({ message }) => {
  console.error(`cannot wait at port ${PORT}, set another one as PORT: ${message}`)
  process.exitCode = 1
})
web.listen(Number(PORT), HOST, () => console.log(`waiting for Koogate: ${HOST}:${PORT}/koogate`))
