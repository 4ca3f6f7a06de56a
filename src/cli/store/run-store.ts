import { once } from 'node:events'
import { boundKeys } from '../../simulator/server/first-store.ts'
import {
  type StoreServer,
  type StoreServerOptions,
  startStoreServer,
} from '../../simulator/server/start-store-server.ts'
import type { Context } from '../context.ts'
import { listenFailure } from '../failure.ts'
import { type StoreFlags, readStore } from './read-flags.ts'

/** Runs a store until it is stopped; says where it is, and what the seller's server has to know. */
export async function runStore(flags: StoreFlags, context: Context): Promise<void> {
  const { env, output, signal } = context
  const options = readStore(flags, env)
  const server = await startStoreServer(options).catch((error: unknown) => {
    throw listenFailure(error, options.port) ?? error
  })
  const settings = settingsOf(server, options)
  const words = {
    page: { en: 'The store', zh: '云商店' },
    settings: { en: 'Settings of the seller’s server:', zh: '商家服务器的设置：' },
  }
  output.line(`${output.say(words.page)}  ${server.url.href}`)
  output.line(output.say(words.settings))
  for (const [name, value] of Object.entries(settings)) output.line(`  ${name}=${value}`)
  output.json({ url: server.url.href, settings })
  if (!signal.aborted) await once(signal, 'abort')
  await server.close()
}

/** What the seller has to know, but for the secrets that the user gave. */
function settingsOf(
  { url, credentials, store }: StoreServer,
  { keys = {}, credentials: given }: StoreServerOptions,
): Readonly<Record<string, string>> {
  const made = Object.entries(boundKeys(store().data)).filter(
    ([type]) => keys[type as keyof typeof keys] === undefined,
  )
  return {
    KOOGATE_STORE_URL: url.origin,
    KOOGATE_STORE_AK: credentials.accessKey,
    ...(given === undefined && { KOOGATE_STORE_SK: credentials.secretKey }),
    ...Object.fromEntries(made.map(([type, key]) => [`KOOGATE_${type.toUpperCase()}_KEY`, key])),
  }
}
