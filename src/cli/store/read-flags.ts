import { readPublicKey } from '../../conform/options.ts'
import { type SellerServer, isSoldBy } from '../../simulator/server/first-store.ts'
import { isLoopback } from '../../simulator/server/is-loopback.ts'
import type { StoreServerOptions } from '../../simulator/server/start-store-server.ts'
import { type KeyOptions, currentKeys, readAccessKeys } from '../access-keys.ts'
import { wrongUse } from '../failure.ts'
import type { Host } from '../host.ts'
import { portRange, readGeneration, readNumber, readUrl } from '../options.ts'
import { readTextFile } from '../read-input.ts'

/** What the options of the command say, as they were written. */
export interface StoreFlags extends KeyOptions {
  readonly port?: string
  readonly host?: string
  readonly seller?: readonly string[]
  readonly orders?: string
  readonly appId?: string
  readonly publicKey?: string
  readonly callback?: string
  readonly state?: string
  readonly within?: string
  readonly still?: boolean
  readonly seed?: string
}

const defaultPort = '4100'

/** How the store is started, by the options; throws Failure for what does not fit. */
export function readStore(flags: StoreFlags, env: Host['env']): StoreServerOptions {
  const { port = defaultPort, host, state, within, still = false, seed } = flags
  const { KOOGATE_STORE_AK: accessKey, KOOGATE_STORE_SK: secretKey } = env
  const { KOOGATE_STORE_TOKEN: token } = env
  if (host !== undefined && !isLoopback(host) && !token) throw openToAll(host)
  return {
    port: readNumber(port, '--port', portRange),
    sellers: sellersOf(flags),
    keys: currentKeys(readAccessKeys(flags, env)),
    running: !still,
    ...(seed !== undefined && { seed }),
    ...(host !== undefined && { host }),
    ...(token && { token }),
    ...(accessKey && secretKey && { credentials: { accessKey, secretKey } }),
    ...(state !== undefined && { file: state }),
    ...(within !== undefined && {
      answerWithinMs: 1000 * readNumber(within, '--within', { least: 1, most: 600 }),
    }),
  }
}

function openToAll(host: string) {
  return wrongUse(
    `--host is ${host}, where others reach the store: KOOGATE_STORE_TOKEN says what they have to show.`,
    `--host 的值 ${host} 会让他人访问云商店：请用 KOOGATE_STORE_TOKEN 指定他们须出示的令牌。`,
  )
}

function sellersOf(flags: StoreFlags): readonly SellerServer[] {
  const { seller = [], orders } = flags
  const joint = jointOf(flags)
  return seller.map((text) => {
    const [, name, rest] = /^([A-Za-z]\w*)=(.*)$/.exec(text) ?? []
    return {
      generation: name === undefined ? 'saasV2' : soldGeneration(name),
      url: readUrl(rest ?? text, '--seller').href,
      ...(orders !== undefined && { ordersUrl: readUrl(orders, '--orders').href }),
      ...(joint && { joint }),
    }
  })
}

function soldGeneration(name: string): SellerServer['generation'] {
  const generation = readGeneration(name, '--seller')
  if (isSoldBy(generation)) return generation
  throw wrongUse(
    `--seller is of ${generation}, which no product is sold by: --orders and --app-id are for these.`,
    `--seller 的 ${generation} 不能上架商品：请用 --orders 和 --app-id。`,
  )
}

function jointOf({ appId, publicKey, callback }: StoreFlags): SellerServer['joint'] {
  if (appId === undefined && publicKey === undefined && callback === undefined) return undefined
  if (appId === undefined || publicKey === undefined)
    throw wrongUse(
      '--app-id and --public-key belong together: a credential has both.',
      '--app-id 与 --public-key 须同时给出：应用凭证两者都有。',
    )
  const key = readPublicKey('--public-key', readTextFile(publicKey, '--public-key'))
  const pem = key.export({ type: 'spki', format: 'pem' }).toString()
  return { appId, publicKey: pem, ...(callback !== undefined && { callback }) }
}
