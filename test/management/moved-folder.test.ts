import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statusOf } from '../harness/process.ts'
import { type TestService, startService } from '../harness/service.ts'
import { buy } from '../harness/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-moved-'))
const [postgres, away] = [join(folder, 'postgres'), join(folder, 'away')]

let service: TestService
beforeAll(async () => {
  service = await startService({ database: 'embedded', settings: { DATA_DIR: folder } })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ready = () => statusOf(`${service.url}/health/ready`)

test('a service whose embedded database was moved away is not ready until it is back', async () => {
  await buy(service)
  expect(await ready()).toBe(200)
  renameSync(postgres, away)
  expect(await ready()).toBe(503)
  cpSync(away, postgres, { recursive: true })
  expect(await ready()).toBe(503)
  rmSync(postgres, { recursive: true })
  renameSync(away, postgres)
  expect(await ready()).toBe(200)
})
