import { feedKey } from '../../test/harness/feed-rows.ts'
import { keys, startService } from './contenders.ts'
import type { Program } from './program.ts'

/** Starts the service so that it may call this machine, and reads what is put into its feed. */
export function startTeller(databaseUrl: string): Promise<Program> {
  return startService(databaseUrl, {
    command: ['--max-semi-space-size=16', 'test/harness/limited-service.ts'],
    settings: { KOOGATE_SECRET_KEY: feedKey.toString('base64') },
  })
}

/** An endpoint of the service. */
export interface Endpoint {
  readonly secret: string
  /** Sends a test event first. */
  enable(): Promise<void>
  pause(): Promise<void>
  /** How many events it is owed. */
  pending(): Promise<number>
}

interface Shown {
  readonly id: string
  readonly secret: string
  readonly pending: number
}

/** Makes an endpoint, which is told nothing until it is enabled. */
export async function createEndpoint({ url }: Program, target: string): Promise<Endpoint> {
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/api/v1/webhook-endpoints${path}`, {
      method,
      headers: {
        authorization: `Bearer ${keys.managementToken}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (await response.json()) as Shown
  }
  const { id, secret } = await ask('POST', '', { url: target })
  return {
    secret,
    enable: async () => void (await ask('POST', `/${id}/enable`)),
    pause: async () => void (await ask('POST', `/${id}/pause`)),
    pending: async () => (await ask('GET', `/${id}`)).pending,
  }
}
