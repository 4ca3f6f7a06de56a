import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The folder of the cluster below that of the embedded database. */
export function clusterIn(folder: string): string {
  return join(folder, 'cluster')
}

const firstStart = (folder: string) => join(folder, 'first-start')

/** Notes that a first start has begun: until its cluster is there, a missing one is not a lost one. */
export function beginFirstStart(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(firstStart(folder), '', { mode: 0o600, flush: true })
}

export function isFirstStart(folder: string): boolean {
  return existsSync(firstStart(folder))
}

/** Makes the cluster of an embedded database unless it is there; returns its folder. */
export async function ensureCluster(folder: string): Promise<string> {
  const cluster = clusterIn(folder)
  if (!existsSync(cluster)) await makeCluster(cluster)
  rmSync(firstStart(folder), { force: true })
  return cluster
}

/**
 * Makes the folder of an empty Postgres cluster, whole or not at all. A ready-made one is unpacked,
 * which saves the 1.5 s of initdb; PGlite's own unpacking makes each of the 1,000 files twice.
 */
async function makeCluster(folder: string): Promise<void> {
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
