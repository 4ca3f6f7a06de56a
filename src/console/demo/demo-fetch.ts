import type { KoogateOperation } from '../../client.ts'
import { nameFiles } from '../paths.ts'
import { scenes } from './scenes.ts'

/** The contract's examples by operation and scene, which the build lays beside the page. */
type Examples = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Gives what stands in for `fetch` where no service is: every request gets an example, and nothing is sent. */
export async function openDemo(): Promise<typeof fetch> {
  nameFiles()
  const examples = (await (await fetch('./examples.json')).json()) as Examples
  const operations = Object.keys(scenes) as KoogateOperation[]
  const matchers = operations.map((operation) => ({ operation, pattern: patternOf(operation) }))
  return async (input, init) => {
    const request = new Request(input, init)
    const asked = `${request.method} ${new URL(request.url).pathname.replace(/^.*?\/api\//, '/api/')}`
    for (const { operation, pattern } of matchers) {
      const ids = pattern.exec(asked)?.slice(1).map(decodeURIComponent)
      if (ids === undefined) continue
      // The examples are one page.
      if (request.url.includes('cursor=')) return Response.json({ items: [], nextCursor: null })
      return Response.json(examples[operation]?.[await sceneOf(operation, request, ids)])
    }
    return new Response('there is no such operation', { status: 404 })
  }

  async function sceneOf(operation: KoogateOperation, request: Request, ids: readonly string[]) {
    const { scene, dryRun = scene } = scenes[operation]
    const body = await request.text()
    if (/"dryRun":\s*true/.test(body)) return dryRun
    const isOf = (value: unknown) =>
      ids.length > 0 && Object.values(value as object).some((member) => member === ids[0])
    const [own] = Object.entries(examples[operation] ?? {}).find(([, value]) => isOf(value)) ?? []
    return own ?? scene
  }
}

/** An operation's path as a pattern, with a group for each of its parameters. */
function patternOf(operation: string): RegExp {
  return new RegExp(`^${operation.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`)
}
