import { accessSync, constants, statfsSync } from 'node:fs'

const folder = '/dev/shm'
// A whole run leaves 2 GB of databases; in a container there are often 64 MB.
const roomNeeded = 4 * 1024 ** 3

/**
 * Puts temporary files, also those of the programs that tests start, where Linux keeps them in memory,
 * if there is room enough for those of a run and TMPDIR names no other place. To copy a database is to
 * make 190 files: on a disk that takes ten times the CPU.
 */
export function useMemoryFolder(): void {
  const inMemory = memoryFolder()
  if (inMemory !== undefined) process.env['TMPDIR'] ??= inMemory
}

function memoryFolder(): string | undefined {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= roomNeeded ? folder : undefined
  } catch {
    return undefined
  }
}
