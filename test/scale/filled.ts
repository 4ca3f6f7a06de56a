import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestService, keys, startService } from '../harness/service.ts'
import { seed } from './seed/seed.ts'
import { sizesOf } from './seed/sizes.ts'

/** A service of three addresses on a database that is filled as if so many instances had been sold. */
export async function startFilled(instances: number): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'koogate-addresses-'))
  const file = join(folder, 'koogate.yaml')
  const own = { basicKey: keys.basic, v1Key: keys.v1, kitKey: keys.kit, licenseKey: keys.license }
  writeFileSync(file, JSON.stringify({ addresses: { main: own, partner: own, intl: own } }))
  // To fill it takes minutes in a long run: whoever looks for the reason of a slow page fills it once.
  const databaseUrl = process.env['TEST_FILLED_DATABASE_URL']
  const service = await startService({
    settings: { KOOGATE_CONFIG_FILE: file },
    ...(databaseUrl !== undefined && { databaseUrl }),
  })
  rmSync(folder, { recursive: true })
  const { db, app } = service
  if (databaseUrl === undefined) {
    await seed(
      { url: String(service.databaseUrl), db, vault: app.services.vault },
      sizesOf(instances),
    )
  }
  return service
}
