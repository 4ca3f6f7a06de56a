// What people write with Fastify.
import fastify from 'fastify'
import { buy, makeTables } from './naive.ts'
import { failed, type Purchase, settings } from './settings.ts'

const app = fastify()
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, raw, done) =>
  done(null, raw),
)
app.setErrorHandler((error, _request, reply) => {
  console.error(error)
  return reply.code(200).send(failed)
})
app.get('/health/ready', () => ({ status: 'ready' }))
app.post<{ Body: Buffer }>('/main/saas', ({ body: raw, url }) =>
  buy(raw, url, JSON.parse(raw.toString()) as Purchase),
)

await makeTables()
await app.listen({ port: settings.port, host: settings.host })
