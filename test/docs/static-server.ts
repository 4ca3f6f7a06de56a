import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** Where a folder is served, without a slash at its end. */
export interface StaticServer {
  readonly url: string
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/**
 * Serves a folder below a path, as any host of files does: a file, its `.gz` to whom takes that, the
 * `index.html` of a folder, and nothing else.
 */
export async function serveFolder(folder: string, below: string): Promise<StaticServer> {
  const server = createServer(({ url = '', headers }, response) => {
    void answer(url, headers['accept-encoding'] ?? '').then(([status, type, encoding, bytes]) => {
      response.writeHead(status, { 'content-type': type, ...encoding }).end(bytes)
    })
  })
  const answer = async (url: string, accepted: string) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const rest = pathname.startsWith(`${below}/`) ? pathname.slice(below.length) : '/nothing'
    const path = join(folder, decodeURIComponent(rest).replace(/\/$/, '/index.html'))
    const type = types[extname(path)] ?? 'application/octet-stream'
    const small = accepted.includes('gzip') ? await bytesOf(`${path}.gz`) : undefined
    if (small) return [200, type, { 'content-encoding': 'gzip' }, small] as const
    const bytes = await bytesOf(path)
    return bytes
      ? ([200, type, {}, bytes] as const)
      : ([404, 'text/plain', {}, Buffer.from('404')] as const)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function bytesOf(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined)
}
