import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../../src/contract/index.ts'
import { sendTo } from '../harness/contract-hook.ts'
import { tokenWith } from '../harness/tokens.ts'
import { type TestService, managementToken, startService } from '../harness/service.ts'
import { operationsIn, parametersOf } from '../harness/contract-operations.ts'
import { faultyFields, manage, read } from './client.ts'

// A clock that a test moves.
let now = new Date()
let service: TestService
let replica: TestService
beforeAll(async () => {
  const ports = { now: () => now }
  // Here are more wrong tokens than anybody else tries.
  const limits = { tokenAttempts: 1_000 }
  service = await startService({ ports, limits })
  replica = await startService({ ports, limits, databaseUrl: String(service.databaseUrl) })
})
afterAll(async () => {
  await replica.stop()
  await service.stop()
})

const scopes: readonly Scope[] = ['read', 'operate', 'usage', 'personal', 'admin']

const statusWith = async (authorization: string, on = service, path = '/instances') =>
  (await manage(on, path, { authorization })).status

const later = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

describe('a token', () => {
  it('is shown once and kept as a hash: neither the list nor the database has it', async () => {
    const { token, tokenId } = await tokenWith(service, ['read'])
    expect(token).toMatch(/^kgt_[\w-]{43}$/)
    const { text } = await manage(service, '/tokens')
    expect(text).toContain(tokenId)
    expect(text).not.toContain(token)
    const rows = await service.db.selectFrom('tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(4))
  })

  it('is not made under an Idempotency-Key, which would keep its answer', async () => {
    const body = JSON.stringify({ name: 'once', scopes: ['read'] })
    const headers = { authorization: `Bearer ${managementToken}`, 'idempotency-key': 'once' }
    const answer = await sendTo(service, '/api/v1/tokens', { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
    expect(answer.body['errors']).toEqual([
      { field: 'Idempotency-Key', message: 'is not taken by this operation' },
    ])
    expect(await service.db.selectFrom('idempotency_keys').selectAll().execute()).toEqual([])
    const { text } = await manage(service, '/tokens')
    expect(text).not.toContain('once')
  })

  it('is listed with name, scopes, expiry and last use', async () => {
    const expiresAt = new Date(now.getTime() + 60_000).toISOString()
    const made = await tokenWith(service, ['read', 'usage'], { name: 'meter', expiresAt })
    const { items } = await read(service, 'TokenList', '/tokens?limit=1')
    expect(items).toEqual([
      {
        tokenId: made.tokenId,
        name: 'meter',
        scopes: ['read', 'usage'],
        createdAt: now.toISOString(),
        expiresAt,
        lastUsedAt: null,
      },
    ])
  })

  it('is refused from its expiry on, to the millisecond', async () => {
    const expiresAt = new Date(now.getTime() + 1_000).toISOString()
    const { authorization } = await tokenWith(service, ['read'], { expiresAt })
    later(999)
    expect(await statusWith(authorization)).toBe(200)
    later(1)
    expect(await statusWith(authorization)).toBe(401)
  })

  it('is refused at every replica once it is deleted', async () => {
    const { authorization, tokenId } = await tokenWith(service, ['read'])
    expect(await statusWith(authorization, service)).toBe(200)
    expect(await statusWith(authorization, replica)).toBe(200)
    const { tokenId: deleted } = await read(service, 'Token', `/tokens/${tokenId}`, {
      method: 'DELETE',
    })
    expect(deleted).toBe(tokenId)
    expect(await statusWith(authorization, service)).toBe(401)
    expect(await statusWith(authorization, replica)).toBe(401)
    expect((await manage(service, `/tokens/${tokenId}`, { method: 'DELETE' })).status).toBe(404)
  })

  it('is rotated by a second one: both hold until the first is deleted', async () => {
    const first = await tokenWith(service, ['read'], { name: 'console' })
    const second = await tokenWith(service, ['read'], { name: 'console' })
    expect(await statusWith(first.authorization)).toBe(200)
    expect(await statusWith(second.authorization)).toBe(200)
    await read(service, 'Token', `/tokens/${first.tokenId}`, { method: 'DELETE' })
    expect(await statusWith(first.authorization)).toBe(401)
    expect(await statusWith(second.authorization)).toBe(200)
  })

  it('has its last use written once a minute, however often it is used', async () => {
    const { authorization, tokenId } = await tokenWith(service, ['read'])
    const lastUse = async () => {
      const { items } = await read(service, 'TokenList', '/tokens?limit=200')
      return items.find((token) => token.tokenId === tokenId)?.lastUsedAt
    }
    const first = now.toISOString()
    await statusWith(authorization)
    expect(await lastUse()).toBe(first)
    later(59_000)
    await statusWith(authorization)
    expect(await lastUse()).toBe(first)
    later(2_000)
    await statusWith(authorization, replica)
    expect(await lastUse()).toBe(now.toISOString())
  })

  it('has no form that a token of another kind has, and a wrong one is not told from a deleted one', async () => {
    const { authorization, token } = await tokenWith(service, ['read'])
    const spoiled = [`${token}x`, token.slice(0, -1), token.slice(4), `kgt_${'A'.repeat(43)}`]
    const answers = await Promise.all(
      spoiled.map((wrong) => manage(service, '/keys', { authorization: `Bearer ${wrong}` })),
    )
    const told = answers.map(({ body }) => JSON.stringify({ ...body, requestId: null }))
    expect(new Set(told).size).toBe(1)
    expect(answers[0]?.status).toBe(401)
    expect(await statusWith(authorization)).toBe(200)
  })

  it('is found without a scan: by the index on its hash', async () => {
    const { rows } = await explained(service)
    expect(rows.join('\n')).toMatch(/Index Scan using tokens_hash_key/)
  })
})

describe('the request for a token', () => {
  const right = { name: 'billing', scopes: ['read'] }

  it.each([
    ['name', { ...right, name: '' }],
    ['name', { ...right, name: 'x'.repeat(65) }],
    ['name', { scopes: ['read'] }],
    ['scopes', { ...right, scopes: [] }],
    ['scopes', { ...right, scopes: ['read', 'read'] }],
    ['scopes/0', { ...right, scopes: ['everything'] }],
    ['expiresAt', { ...right, expiresAt: 'tomorrow' }],
    ['expiresAt', { ...right, expiresAt: '2020-01-01T00:00:00Z' }],
    ['hash', { ...right, hash: 'x' }],
  ])('is refused with 400 for a faulty %s', async (field, body) => {
    const answer = await manage(service, '/tokens', { method: 'POST', body })
    expect(faultyFields(answer)).toEqual([field])
  })

  it('may leave out the expiry, or say null', async () => {
    for (const body of [right, { ...right, expiresAt: null }]) {
      const made = await read(service, 'CreatedToken', '/tokens', { method: 'POST', body })
      expect(made.expiresAt).toBeNull()
    }
  })
})

// Of every operation a request that gets past the question of scopes.
const operations = operationsIn('management').filter(
  ({ path }) => path.startsWith('/api/v1/') && path !== '/api/v1/session',
)

function asked({ path, method, ...operation }: (typeof operations)[number]) {
  const values = parametersOf({ path, method, ...operation }).map(({ node }) => node)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const { example } = values.find((node) => node['name'] === name) ?? {}
    return encodeURIComponent(String(example))
  })
  return { path: filled.replace('/api/v1', ''), method: method.toUpperCase() as 'GET' }
}

const needed = (operation: (typeof operations)[number]): Scope => {
  const [requirement] = operation.part.node['security'] as { managementToken: [Scope] }[]
  return requirement?.managementToken[0] as Scope
}

describe.each(operations.map((operation) => [operation.operationId, operation] as const))(
  '%s',
  (operationId, operation) => {
    it('is refused with 403, which names the scope, to a token with all others', async () => {
      const scope = needed(operation)
      const { authorization } = await tokenWith(
        service,
        scopes.filter((one) => one !== scope),
      )
      const { path, method } = asked(operation)
      const answer = await manage(service, path, { method, authorization })
      expect(answer.status).toBe(403)
      expect(answer.body['detail']).toBe(
        `The token lacks the scope ${scope}, which ${operationId} needs.`,
      )
      expect(answer.headers.get('www-authenticate')).toBe(
        `Bearer error="insufficient_scope", scope="${scope}"`,
      )
    })

    it('is open to a token with that scope alone', async () => {
      const { authorization } = await tokenWith(service, [needed(operation)])
      const { path, method } = asked(operation)
      const { status } = await manage(service, path, { method, authorization })
      expect([200, 400, 404]).toContain(status)
    })

    it('is open to the token of the settings', async () => {
      const { path, method } = asked(operation)
      const authorization = `Bearer ${managementToken}`
      expect([200, 400, 404]).toContain(
        (await manage(service, path, { method, authorization })).status,
      )
    })
  },
)

describe('a token without the scope', () => {
  it('is told so before the request is judged, and after the path is', async () => {
    const { authorization } = await tokenWith(service, ['read'])
    const put = { method: 'PUT', authorization, rawBody: '{' } as const
    expect((await manage(service, '/instances/nobody/app-info', put)).status).toBe(403)
    expect((await manage(service, '/nothing', { authorization })).status).toBe(404)
  })
})

async function explained({ db }: TestService) {
  const { sql } = await import('kysely')
  return db.connection().execute(async (connection) => {
    await sql`set enable_seqscan = off`.execute(connection)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from tokens where hash = 'x'`.execute(connection)
    await sql`reset enable_seqscan`.execute(connection)
    return { rows: rows.map((row) => row['QUERY PLAN']) }
  })
}
