import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, expectContract } from '../harness/contract-hook.ts'
import { type TestService, managementToken, startService } from '../harness/service.ts'
import { faultyFields, manage } from './client.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('the token', () => {
  it.each([
    ['missing', null, 'needed'],
    ['empty', 'Bearer ', 'needed'],
    ['wrong', `Bearer ${managementToken}x`, 'not known'],
    ['a part of the right one', `Bearer ${managementToken.slice(0, -1)}`, 'not known'],
    ['of another scheme', `Basic ${managementToken}`, 'needed'],
  ])('is asked for with 401 when it is %s', async (_case, authorization, says) => {
    const answer = await manage(service, '/instances', { authorization })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.body['code']).toBe('unauthorized')
    expect(answer.body['detail']).toContain(says)
  })

  it.each([
    ['an unknown path', '/nothing', 'GET'],
    ['another method', '/instances', 'DELETE'],
    ['an unknown parameter', '/instances?nothing=1', 'GET'],
    ['an instance that is not there', '/instances/nobody', 'GET'],
    ['a body that is not JSON', '/instances/nobody/app-info', 'PUT'],
  ] as const)('is asked for before %s is told', async (_case, path, method) => {
    const rawBody = method === 'PUT' ? '{' : undefined
    const answer = await manage(service, path, {
      method,
      authorization: null,
      ...(rawBody !== undefined && { rawBody }),
    })
    expect(answer.status).toBe(401)
  })

  it('holds whatever the letter case of its scheme', async () => {
    const answer = await manage(service, '/keys', { authorization: `bearer ${managementToken}` })
    expect(answer.status).toBe(200)
  })
})

describe('paths and methods', () => {
  it.each(['', '/', '/nothing', '/instances/a/b', '/messages/a/b/c'])(
    'answers 404 at %s',
    async (path) => {
      expect((await manage(service, path)).status).toBe(404)
    },
  )

  it('answers 405 and names the methods that are served', async () => {
    const answer = await manage(service, '/instances/a/app-info')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('PUT')
  })

  it('answers 400 at a path that is not percent-encoded UTF-8', async () => {
    expect(await rawStatus('/api/v1/instances/%E0%A4%A')).toBe(400)
    expect(await rawStatus('/api/v1/instances/%zz')).toBe(400)
  })

  it('reads an id in any encoding, and its documented length counts characters', async () => {
    for (const id of ['实'.repeat(64), 'a/b?c d%', 'a'.repeat(64)]) {
      const answer = await manage(service, `/instances/${encodeURIComponent(id)}`)
      expect(answer.status).toBe(404)
      expect(answer.body['detail']).toBe(`There is no instance ${id}.`)
    }
    const answer = await manage(service, `/instances/${'a'.repeat(65)}`)
    expect(answer.status).toBe(400)
    expect(faultyFields(answer)).toEqual(['instanceId'])
  })
})

describe('query parameters', () => {
  it.each([
    ['/instances?state=active', 'state'],
    ['/instances?status=sleeping', 'status'],
    ['/instances?status=active&status=frozen', 'status'],
    ['/instances?test=1', 'test'],
    ['/instances?limit=0', 'limit'],
    ['/instances?limit=201', 'limit'],
    ['/instances?limit=', 'limit'],
    ['/instances?limit=many', 'limit'],
    ['/instances?orderId=', 'orderId'],
    [`/instances?instanceId=${'a'.repeat(65)}`, 'instanceId'],
    ['/instances?instanceId=%00', 'instanceId'],
    ['/instances?__proto__=1', '__proto__'],
    ['/messages?from=yesterday', 'from'],
    ['/messages?from=2026-11-18', 'from'],
    ['/messages?to=2026-02-30T00:00:00Z', 'to'],
    ['/messages?from=2026-11-18T00:00:00', 'from'],
    ['/messages?from=0000-01-01T00:00:00Z', 'from'],
    ['/messages?verified=yes', 'verified'],
    ['/messages?status=active', 'status'],
    ['/messages/0199a3f2', 'id'],
    ['/messages/urn:uuid:0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34', 'id'],
    ['/keys?address=main', 'address'],
  ])('answers 400 at %s and names the parameter', async (path, field) => {
    const answer = await manage(service, path)
    expect(answer.status, answer.text).toBe(400)
    expect(faultyFields(answer)).toEqual([field])
  })

  it('names every faulty one', async () => {
    const answer = await manage(service, '/instances?limit=0&state=active&status=sleeping')
    expect(new Set(faultyFields(answer))).toEqual(new Set(['limit', 'state', 'status']))
  })
})

describe('the body', () => {
  it.each([
    ['is missing', ''],
    ['is not JSON, from character 1 on', '{'],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['must be a JSON object', '[]'],
    ['must be a JSON object', 'null'],
    ['must be a JSON object', '"frontEndUrl"'],
  ])('answers 400 when it %s', async (message, rawBody) => {
    const answer = await manage(service, '/instances/a/app-info', { method: 'PUT', rawBody })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ errors: [{ field: 'body', message }] })
  })

  it('does not repeat what stands in it, which may be a password', async () => {
    const rawBody = '{"password": "do-not-repeat-me" "memo": "x"}'
    const answer = await manage(service, '/instances/a/app-info', { method: 'PUT', rawBody })
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain('do-not-repeat-me')
  })

  it('may be anything where none is read', async () => {
    const answer = await manage(service, '/messages/0199a3f2-6c1e-7b52-9d7a-0d7e5a1c2b34/rerun', {
      method: 'POST',
      rawBody: 'no JSON',
    })
    expect(answer.status).toBe(404)
  })
})

// fetch would repair or refuse such a path.
function rawStatus(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(service.url)
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${managementToken}` }
    request({ hostname, port, path, headers }, (response) => {
      text(response)
        .then((body) => {
          const { statusCode: status = 0, headersDistinct } = response
          const given = new Headers(
            Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join()]),
          )
          const answer = answerOf({ status, headers: given }, body)
          expectContract({ method: 'GET', target: path }, answer)
          resolve(status)
        })
        .catch(reject)
    })
      .on('error', reject)
      .end()
  })
}
