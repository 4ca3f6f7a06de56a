import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Mock } from '../../scripts/mock/serve.ts'

/** The mock of the management API, but that states and families have values that no client knows. */
export interface NewerSeller {
  readonly url: string
  /** The ids of the instances that it shows as active. */
  readonly ids: readonly string[]
  readonly close: () => void
}

export async function startNewerSeller(mock: Mock): Promise<NewerSeller> {
  const server = createServer((request, response) => {
    void shownBy(mock, request.url ?? '/', request.headers.authorization).then((text) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(text.replace(/"(status|family)":"[\w-]+"/g, '"$1":"not-known-yet"'))
    })
  }).listen(0, '127.0.0.1')
  const { items } = JSON.parse(await shownBy(mock, '/api/v1/instances?status=active')) as {
    readonly items: readonly { readonly instanceId: string }[]
  }
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    ids: items.map(({ instanceId }) => instanceId),
    close: () => void server.close(),
  }
}

async function shownBy({ url }: Mock, path: string, authorization = 'Bearer any') {
  const answer = await fetch(url + path, { headers: { authorization } })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.text()
}
