// Serves the contract with Prism, one port a document: for front-end teams and partners.
import { startMock } from './mock/serve.ts'

const host = process.env['HOST'] ?? '127.0.0.1'
const places = [
  { document: 'seller', port: 4010 },
  { document: 'store', port: 4011 },
  { document: 'management', port: 4012 },
] as const

// While it starts, an end takes with it whatever runs by then; afterwards it is an orderly one.
let end: () => void = () => process.exit(0)
process.once('SIGINT', () => end())
process.once('SIGTERM', () => end())

const started = await Promise.allSettled(
  places.map(({ document, port }) => startMock(document, { host, port })),
)
const mocks = started.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
const faults = started.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))

async function stop(): Promise<void> {
  await Promise.all(mocks.splice(0).map((mock) => mock.stop()))
}

end = () => void stop()
for (const mock of mocks) void mock.ended.then(stop)

if (faults.length > 0) {
  console.error(`The mock does not start. ${faults.join('; ')}`)
  process.exitCode = 1
  await stop()
} else {
  for (const [index, { url }] of mocks.entries()) {
    console.log(`${(places[index]?.document ?? '').padEnd(10)} ${url}`)
  }
  console.log('Choose a scene with the header: Prefer: example=newInstance-provisioning')
}
