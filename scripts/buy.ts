// Plays the store once: sends one signed purchase (SaaS V2) to the running service, and prints the answer
// and how to look at what it made. `npm run buy -- <production address>` for another one than that of this
// machine; the key is KOOGATE_BASIC_KEY, or the one that the first start made in DATA_DIR.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { send } from '../src/simulator/calls/sender.ts'
import { signV2 } from '../src/simulator/calls/sign-v2.ts'

const { PORT = '8080', DATA_DIR = './data', KOOGATE_BASIC_KEY } = process.env
const address = new URL(process.argv[2] ?? `http://localhost:${PORT}/main/saas`)
const secrets = join(DATA_DIR, 'secrets.json')

function end(words: string): never {
  console.error(words)
  process.exit(1)
}

function keyOf(): string {
  const [key] = (KOOGATE_BASIC_KEY ?? madeKey() ?? '').split(',')
  return (
    key?.trim() ||
    end(
      `There is no key: start the service here first (it makes ${secrets}), or set KOOGATE_BASIC_KEY.`,
    )
  )
}

function madeKey(): string | undefined {
  try {
    return (JSON.parse(readFileSync(secrets, 'utf8')) as { BASIC_KEY?: string }).BASIC_KEY
  } catch {
    return undefined
  }
}

const orderId = `CS${Date.now()}`
const purchase = {
  activity: 'newInstance',
  businessId: randomUUID(),
  orderId,
  orderLineId: `${orderId}-000001`,
}
const result = await send(signV2(address, keyOf(), purchase))
if (result.kind !== 'answer')
  end(`${address.href} does not answer: start the service first (npm start).`)
console.log(`sent      ${JSON.stringify(purchase)}`)
console.log(`answered  ${result.text}`)
const { resultCode, instanceId } = JSON.parse(result.text) as Record<string, string>
if (resultCode !== '000000' && resultCode !== '000004') process.exit(1)
console.log(`see it    GET ${address.origin}/api/v1/instances/${instanceId}`)
console.log(
  `          authorization: Bearer <KOOGATE_MANAGEMENT_TOKEN, or MANAGEMENT_TOKEN in ${secrets}>`,
)
