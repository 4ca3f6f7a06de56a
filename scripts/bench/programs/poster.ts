// The bare program that the deliveries are measured against: it posts what it is given, signed by the
// library of the standard. It reads from no database, keeps no order, and writes nothing down.
import { createServer, type IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { Pool } from 'undici'
import { settings } from './settings.ts'

interface Task {
  readonly url: string
  readonly secret: string
  /** Requests at once. */
  readonly atOnce: number
  readonly posts: readonly { readonly id: string; readonly body: string }[]
}

createServer((request, response) => {
  if (request.method === 'GET') response.end('{"status":"ready"}')
  else void postAll(request).then(() => response.writeHead(204).end())
}).listen(settings.port, settings.host)

async function postAll(request: IncomingMessage): Promise<void> {
  const { url, secret, atOnce, posts } = JSON.parse(
    Buffer.concat(await request.toArray()).toString(),
  ) as Task
  const { origin, pathname: path } = new URL(url)
  const pool = new Pool(origin, { connections: atOnce })
  const webhook = new Webhook(secret)
  const waiting = posts.values()
  const postOn = async () => {
    for (const { id, body } of waiting) {
      const at = new Date()
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': webhook.sign(id, at, body),
      }
      const answer = await pool.request({ method: 'POST', path, headers, body })
      await answer.body.text()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, postOn))
  await pool.close()
}
