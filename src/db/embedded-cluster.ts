import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * Makes the folder of an empty Postgres cluster, whole or not at all. A ready-made one is unpacked,
 * which saves the 1.5 s of initdb; PGlite's own unpacking makes each of the 1,000 files twice.
 */
export async function makeCluster(folder: string): Promise<void> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs')
  const { parseTar } = await import('nanotar')
  const packed = await (await dataDir()).arrayBuffer()
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  for (const { type, name, data } of parseTar(gunzipSync(packed))) {
    const path = join(unfinished, name)
    if (type === 'directory') mkdirSync(path, { recursive: true, mode: 0o700 })
    else writeFileSync(path, data ?? '', { mode: 0o600 })
  }
  renameSync(unfinished, folder)
}
