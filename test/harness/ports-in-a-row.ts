import { once } from 'node:events'
import { createServer } from 'node:net'

// Below those that a system gives to connections of its own, one of which may take a port meanwhile.
const [first, last] = [20_000, 32_000]

/** The first of so many TCP ports of the loopback, one after the other, on which nobody listens. */
export async function portsInARow(count: number): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * (last - first))
    const free = await Promise.all(
      Array.from({ length: count }, (_, index) => isFree(port + index)),
    )
    if (free.every(Boolean)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
