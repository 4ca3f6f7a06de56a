import type { Services } from '../calls/services.ts'
import { changeInstance } from '../calls/change-instance.ts'
import { provision as byDefault, fillTemplate, type Provision } from '../ports/provisioning.ts'
import type { Address } from '../domain/address.ts'
import type { AppInfo, Failure } from '../domain/instance/instance.ts'
import { provision } from '../domain/instance/life-cycle.ts'
import type { OldAnswer } from './recorded-call.ts'

// What the product would have said: nobody asks it in a dry run, and whether it can make an instance
// is not what is compared. By template Koogate answers as it will.

/** The provisioning port of a call: what the old server's answer shows to have come of it. */
export function provisionAsOld(old: () => OldAnswer): Provision {
  return (purchase, address) => {
    if (address.product.provisioning === 'template') return byDefault(purchase, address)
    const { resultCode, resultMsg } = old().members ?? {}
    if (resultCode === '000004') return { outcome: 'pending' }
    if (typeof resultCode === 'string' && /^00010[0-7]$/.test(resultCode)) {
      const code = resultCode as Failure['code']
      return { outcome: 'refused', failure: { code, reason: String(resultMsg) } }
    }
    return { outcome: 'ready', appInfo: appInfoOf(purchase.instanceId, address, old()) }
  }
}

/** Completes the instances that the old server shows as ready and that wait here for the product. */
export async function completeAsOld(
  old: OldAnswer,
  address: Address,
  services: Services,
): Promise<void> {
  if (address.product.provisioning === 'template') return
  for (const instanceId of readyIn(old)) {
    await changeInstance(instanceId, services, (instance) => {
      if (instance.phase !== 'provisioning') return { instance }
      const appInfo = appInfoOf(instanceId, address, old)
      return { instance: provision(instance, { outcome: 'ready', appInfo }, services.now()) }
    })
  }
}

function readyIn({ members = {} }: OldAnswer): string[] {
  const { resultCode, instanceId, info } = members
  if (resultCode !== '000000' && resultCode !== '000004') return []
  const shown = Array.isArray(info) ? info.map(idIn) : []
  const named = resultCode === '000000' ? [instanceId] : []
  return [...shown, ...named].filter((id) => typeof id === 'string')
}

function idIn(entry: unknown): unknown {
  return (entry as { readonly instanceId?: unknown } | null)?.instanceId
}

function appInfoOf(instanceId: string, address: Address, { members = {} }: OldAnswer): AppInfo {
  const template = fillTemplate(instanceId, address.product)
  const shown = Array.isArray(members['info']) ? (members['info'] as unknown[]) : []
  const entry = shown.find((one) => idIn(one) === instanceId) ?? members
  const { frontEndUrl, adminUrl } = (entry as { appInfo?: Partial<AppInfo> }).appInfo ?? {}
  return {
    ...template,
    ...(typeof frontEndUrl === 'string' && { frontEndUrl }),
    ...(typeof adminUrl === 'string' && { adminUrl }),
  }
}
