import { provision as byBuiltInWay } from '../ports/provisioning.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { type Provisioned, provision } from '../domain/instance/life-cycle.ts'
import type { Call } from './call.ts'
import { changeInstance } from './change-instance.ts'
import { type Timed, withTimeout } from './with-timeout.ts'
import { provisioningEvents } from './instance-events.ts'
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
  await changeInstance(instanceId, services, (instance) => {
    if (!isStillOpen(instance, late)) return { instance }
    const next = provision(instance, late, services.now())
    return { instance: next, events: provisioningEvents(next) }
  })
}

// Of a failed instance somebody asked the port again, and was answered sooner.
function isStillOpen({ phase }: Instance, { outcome }: Provisioned): boolean {
  if (outcome === 'pending') return false
  return phase === 'provisioning' || (phase === 'failed' && outcome === 'ready')
}
