import type { Instance } from '../../domain/instance/instance.ts'
import type { License } from '../../domain/license/license.ts'

/** True where a license that was made late is not handed over: released, or of A frozen meanwhile. */
export function isClosed({ family }: License, instance: Instance | undefined): boolean {
  if (instance === undefined) return false
  return instance.phase === 'released' || (family === 'license-a' && instance.frozen)
}
