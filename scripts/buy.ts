// Plays the store once: sends one signed purchase (SaaS V2) to the running service, and prints the answer
// and how to look at what it made. `npm run buy -- <production address>` for another one than that of this
// machine; the key is KOOGATE_BASIC_KEY, or the one that the first start made in DATA_DIR.
import { trigger } from '../src/simulator/trigger/trigger.ts'
import { basicKey, secretsFile } from './shared/basic-key.ts'

const { PORT = '8080' } = process.env
const address = new URL(process.argv[2] ?? `http://localhost:${PORT}/main/saas`)

function end(words: string): never {
  console.error(words)
  process.exit(1)
}

const key =
  basicKey() ??
  end(
    `There is no key: start the service here first (it makes ${secretsFile}), or set KOOGATE_BASIC_KEY.`,
  )
const purchase = { event: 'newInstance', generation: 'saasV2', isReal: true } as const
const { call, http } = await trigger({ ...purchase, address, key })
if (http.kind !== 'answer')
  end(`${address.href} does not answer: start the service first (npm start).`)
console.log(`sent      ${JSON.stringify(call.members)}`)
console.log(`answered  ${http.text}`)
const { resultCode, instanceId } = JSON.parse(http.text) as Record<string, string>
if (resultCode !== '000000' && resultCode !== '000004') process.exit(1)
console.log(`see it    GET ${address.origin}/api/v1/instances/${instanceId}`)
console.log(
  `          authorization: Bearer <KOOGATE_MANAGEMENT_TOKEN, or MANAGEMENT_TOKEN in ${secretsFile}>`,
)
