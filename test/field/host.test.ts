import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { describe, expect, inject, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { createDatabase, overTcp } from '../harness/postgres.ts'
import { serviceProcess, statusOf } from '../harness/process.ts'
import { settingsFor, startService } from '../harness/service.ts'
import { purchaseOf, storeCall } from '../harness/store.ts'
import { newFolder, startNeighbour, withPrograms } from './programs.ts'

// Its socket is in a folder that another user may not enter.
const newDatabase = async () => overTcp(await createDatabase(inject('postgresUrl'))).href

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((one) => one?.address === '::1')

describe.skipIf(!hasIpv6)('HOST', () => {
  test.each([
    { host: '::', ipv4: true, ipv6: true },
    { host: '::1', ipv4: false, ipv6: true },
    { host: '0.0.0.0', ipv4: true, ipv6: false },
  ])('$host is listened on, and no other', async ({ host, ipv4, ipv6 }) => {
    const service = await startService({ settings: { HOST: host } })
    const { port } = new URL(service.url)
    const answers = (address: string) => statusOf(`http://${address}:${port}/health/ready`)
    expect(await answers('127.0.0.1')).toBe(ipv4 ? 200 : undefined)
    expect(await answers('[::1]')).toBe(ipv6 ? 200 : undefined)
    await service.stop()
  })
})

test.each([
  ['in brackets', '[::1]'],
  ['of another machine', '192.0.2.1'],
  ['that no name server knows', 'nosuchhost.invalid'],
])('a HOST %s stops the start in one sentence that names it', async (_what, host) => {
  const service = await serviceProcess(await newDatabase(), { HOST: host })
  service.launch()
  await expect(service.ready()).rejects.toThrow(/Koogate does not start\. HOST [^\n]+\.\n$/)
  await service.stop()
})

// The root of a container that is read-only, a user who owns nothing, and no home.
const readOnly = `mount --bind "$PWD" "$PWD" && mount -o remount,ro,bind "$PWD" && cd "$PWD" &&
  exec setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs "$@"`

withPrograms(
  'unshare',
  'setpriv',
  'mount',
)('where only DATA_DIR can be written', () => {
  test.skipIf(spawnSync('unshare', ['-m', 'true']).status !== 0)(
    'the user nobody sells, without a home',
    async () => {
      const folder = newFolder()
      const data = `${folder}/data`
      mkdirSync(data)
      chmodSync(data, 0o777)
      const port = await freePort()
      const settings = settingsFor(data, await newDatabase(), { PORT: String(port) })
      const env = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
      const program = ['sh', '-c', readOnly, 'sh', process.execPath, 'src/start.js']
      const command = ['env', ...env, 'unshare', '-m', ...program]
      const server = await startNeighbour(command, { port, folder })
      const service = { url: `http://127.0.0.1:${port}` }
      const { body } = await storeCall(service, purchaseOf())
      expect(body).toMatchObject({ resultCode: '000000' })
      expect(await statusOf(`${service.url}/health/ready`)).toBe(200)
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  )
})

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => majorOf(path) < 24)

function majorOf(path: string): number {
  const { stdout, error } = spawnSync(path, ['-v'], { encoding: 'utf8' })
  if (error !== undefined) return Infinity
  return Number(/^v(\d+)/.exec(stdout)?.[1] ?? Infinity)
}

test.skipIf(oldNode === undefined)(
  'an old Node of the machine is told in one sentence which one is wanted',
  () => {
    const { status, stdout, stderr } = spawnSync(oldNode ?? '', ['src/start.js'], {
      encoding: 'utf8',
    })
    expect(status).not.toBe(0)
    expect(stdout + stderr).toMatch(/^[^\n]*Node(\.js)? ?(>=)? ?24[^\n]*\n$/)
  },
)
