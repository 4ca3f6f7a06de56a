import { findInstance } from '../db/instance/instances.ts'
import { provision as byBuiltInWay } from '../ports/provisioning.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { type Provisioned, provision } from '../domain/instance/life-cycle.ts'
import type { Call } from './call.ts'
import { type Timed, withTimeout } from './with-timeout.ts'
import { provisioningEvents } from './instance-events.ts'
import { tryPersist } from './persist.ts'
import { retrying } from './retrying.ts'
import type { Services } from './services.ts'
import { maxV1FieldLength, tooLongForV1 } from './v1-app-info.ts'

/**
 * Asks the provisioning port. Its late result completes the instance, unless that was released or
 * completed meanwhile. A test purchase is never the port's: the dial test must pass whatever the
 * product does.
 */
export async function provisionWithTimeout(
  call: Call<unknown>,
  bought: Instance,
  services: Services,
): Promise<Timed<Provisioned>> {
  const port = bought.test ? byBuiltInWay : services.provision
  return withTimeout(port(bought, call.address), call, {
    usable: (provisioned) => fitting(bought, provisioned),
    saveLate: (late) => completeLate(bought.instanceId, late, services),
  })
}

function fitting({ family }: Instance, provisioned: Provisioned): Provisioned {
  if (provisioned.outcome !== 'ready' || provisioned.appInfo === null) return provisioned
  const [field] = tooLongForV1(family, provisioned.appInfo)
  if (field === undefined) return provisioned
  const reason = `${field} is longer than ${maxV1FieldLength} characters once it is encrypted`
  return { outcome: 'refused', failure: { code: '000104', reason } }
}

async function completeLate(
  instanceId: string,
  late: Provisioned,
  services: Services,
): Promise<void> {
  if (late.outcome === 'pending') return
  await retrying(async () => {
    const instance = await findInstance(services.db, services.vault, instanceId)
    if (instance === undefined || !isStillOpen(instance, late)) return true
    const next = provision(instance, late, services.now())
    const changes = { instance: next, events: provisioningEvents(next) }
    return (await tryPersist(changes, services)) || undefined
  })
}

// Of a failed instance somebody asked the port again, and was answered sooner.
function isStillOpen({ phase }: Instance, { outcome }: Provisioned): boolean {
  return phase === 'provisioning' || (phase === 'failed' && outcome === 'ready')
}
