import { type RequestListener, createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { createAuthCentre } from '../../src/auth-centre/auth-centre.ts'
import { AuthCentreError, faultOfRefusal } from '../../src/auth-centre/fault.ts'
import { selfSigned } from './self-signed.ts'

const centre = createAuthCentre({ timeoutMs: 5_000 })
const servers: Server[] = []

afterEach(() => {
  vi.unstubAllEnvs()
  for (const server of servers.splice(0)) server.close()
})
afterAll(() => centre.close())

async function listen(server: Server, scheme = 'http'): Promise<string> {
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const serve = (listener: RequestListener) => listen(createServer(listener))
const json = (body: object, status = 200): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}
const client = (domain: string) => ({ domain, clientId: 'client', clientSecret: 'secret+/=%' })
const redeem = (domain: string) =>
  centre.redeemCode(client(domain), { code: 'code', redirectUri: 'https://k.example.com/cb' })

async function faultOf(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.catch((thrown: unknown) => thrown)
  if (!(error instanceof AuthCentreError)) throw new Error('no fault', { cause: error })
  expect(error.message).not.toContain('secret')
  return error.fault
}

test('a code is redeemed by a form with the secret in it, below the path of the domain', async () => {
  let heard = ''
  const domain = await serve((request, response) => {
    void request.toArray().then((chunks) => {
      heard = `${request.method} ${request.url} ${Buffer.concat(chunks as Buffer[]).toString()}`
      expect(request.headers['accept-encoding']).toBe('identity')
      expect(request.headers.authorization).toBeUndefined()
      json({ access_token: 'a', token_type: 'bearer', expires_in: '7200' })(request, response)
    })
  })
  const tokens = await redeem(`${domain}/tenant`)
  expect(tokens).toEqual({ access: 'a', seconds: 7200, refresh: undefined })
  expect(heard).toContain('POST /tenant/api/v1/oauth2/token ')
  const form = new URLSearchParams(heard.split(' ')[2])
  expect(Object.fromEntries(form)).toEqual({
    grant_type: 'authorization_code',
    code: 'code',
    redirect_uri: 'https://k.example.com/cb',
    client_id: 'client',
    client_secret: 'secret+/=%',
  })
})

test('a renewal without a new refresh token keeps the old one', async () => {
  const answer = { access_token: 'a', token_type: 'Bearer', expires_in: 60, refresh_token: null }
  const domain = await serve(json(answer))
  expect(await centre.renew(client(domain), 'old')).toMatchObject({ seconds: 60, refresh: 'old' })
})

test('a time that nobody lives to see is cut, and one that is missing is two hours', async () => {
  const answer = { access_token: 'a', token_type: 'Bearer' }
  const long = await serve(json({ ...answer, expires_in: 1e15 }))
  expect((await redeem(long)).seconds).toBe(400 * 24 * 3600)
  expect((await redeem(await serve(json({ ...answer, expires_in: '' })))).seconds).toBe(7200)
})

test('a user has an account, whatever else is odd', async () => {
  const users = [
    [
      { userName: 'u', name: '', id: 12, email: '' },
      { userName: 'u', name: '', id: '12' },
    ],
    [
      { userName: 'u', unknown: { deep: true } },
      { userName: 'u', name: '' },
    ],
  ]
  for (const [answer, user] of users) {
    const domain = await serve(json(answer ?? {}))
    expect(await centre.readUser(client(domain), 'token')).toMatchObject(user ?? {})
  }
  for (const answer of [{ name: 'n' }, { userName: '' }, [], { userName: 'u\u0000' }]) {
    const domain = await serve(json(answer))
    expect(await faultOf(centre.readUser(client(domain), 'token'))).toBe('unreadable')
  }
})

test('a ticket of CAS names a user by its attributes, or by itself', async () => {
  const of = async (success: object) => {
    const domain = await serve(json({ serviceResponse: { authenticationSuccess: success } }))
    return centre.checkTicket(domain, { ticket: 'ST-1', service: 'https://k.example.com/cb' })
  }
  expect(await of({ user: 'cas', attributes: { userName: 'u', name: 'n', tenant: 't' } })).toEqual({
    ...{ userName: 'u', name: 'n', tenant: 't' },
  })
  expect(await of({ user: 'cas', attributes: null })).toEqual({ userName: 'cas', name: '' })
})

test('a certificate is checked, whatever the environment says', async () => {
  const server = createTlsServer(selfSigned, json({}))
  const domain = await listen(server, 'https')
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  expect(await faultOf(redeem(domain))).toBe('certificate')
})

test('an answer that is packed is not unpacked', async () => {
  const domain = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(Buffer.from('H4sIAAAAAAAAA6tWKlayUqgFAO5+2oQJAAAA', 'base64'))
  })
  expect(await faultOf(redeem(domain))).toBe('unreadable')
})

test.each([
  ['code-refused', { status: 400, error: 'invalid_grant' }],
  ['client-mismatch', { status: 401, error: 'invalid_client', description: 'Client ID mismatch' }],
  [
    'client-refused',
    { status: 400, error: 'invalid_client', description: 'Bad client credentials' },
  ],
  ['client-refused', { status: 401, error: 'invalid_client' }],
  ['client-forbidden', { status: 403 }],
  ['client-forbidden', { status: 403, error: 'access_denied' }],
  ['refused', { status: 400, error: 'unsupported_grant_type' }],
  ['unreadable', { status: 400 }],
  ['unavailable', { status: 503 }],
] as const)('is told as %s: %o', (fault, refusal) => {
  expect(faultOfRefusal(refusal)).toBe(fault)
})
