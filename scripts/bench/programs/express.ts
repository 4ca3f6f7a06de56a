// What people write with Express.
import type { IncomingMessage } from 'node:http'
import express, { type ErrorRequestHandler } from 'express'
import { buy, makeTables } from './naive.ts'
import { failed, type Purchase, settings } from './settings.ts'

const rawBodies = new WeakMap<IncomingMessage, Buffer>()

const failWith: ErrorRequestHandler = (error, _request, response, next) => {
  console.error(error)
  if (response.headersSent) next(error)
  else response.json(failed)
}

await makeTables()
express()
  .get('/health/ready', (_request, response) => void response.json({ status: 'ready' }))
  .use((request, _response, next) => {
    // express.json() answers the store's own charset=utf8 with HTTP 415.
    request.headers['content-type'] = 'application/json'
    next()
  })
  .use(express.json({ verify: (request, _response, raw) => void rawBodies.set(request, raw) }))
  .post('/main/saas', async (request, response) => {
    const raw = rawBodies.get(request) ?? Buffer.alloc(0)
    response.json(await buy(raw, request.url, request.body as Purchase))
  })
  .use(failWith)
  .listen(settings.port, settings.host)
