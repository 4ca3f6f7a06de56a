import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createByteBudget } from '../../src/http/byte-budget.ts'
import { createNoted } from '../../src/calls/noted.ts'
import { createManagementRouter } from '../../src/http/management/router.ts'
import { type TestService, managementToken, startService } from '../harness/service.ts'
import { manage } from './client.ts'

// The router without anything before it that reads bodies.
let service: TestService
let server: Server
let url: string
beforeAll(async () => {
  service = await startService()
  const router = await createManagementRouter({
    services: service.app.services,
    addresses: new Map(),
    token: managementToken,
    reasonRequired: false,
    noted: createNoted(),
    rerun: () => Promise.reject(new Error('nothing is run here')),
    budget: createByteBudget(1024 * 1024),
    metrics: { managementRefused: () => undefined },
  })
  const app = express()
  app.use('/api/v1', router)
  server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await service.stop()
})

const put = (rawBody: string, authorization?: null) =>
  manage({ url }, '/instances/nobody/app-info', {
    method: 'PUT',
    rawBody,
    ...(authorization === null && { authorization }),
  })

it('answers 413 to a body over 1 MiB', async () => {
  const answer = await put(' '.repeat(1024 * 1024 + 1))
  expect(answer.status).toBe(413)
  expect(answer.body['detail']).toBe('The body is larger than 1048576 bytes.')
})

it('reads a body of 1 MiB', async () => {
  expect((await put(' '.repeat(1024 * 1024))).status).toBe(400)
})

it('asks for the token before it reads a body', async () => {
  expect((await put(' '.repeat(1024 * 1024 + 1), null)).status).toBe(401)
})
