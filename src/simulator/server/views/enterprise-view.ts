import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { SimulatedAuthCentre } from '../../auth-centre/auth-centre.ts'
import type { Binding, Enterprise, StoreData } from '../../state/index.ts'

/** An enterprise with its bindings, each with the way in from the workbench. */
export function enterpriseView(
  data: StoreData,
  enterprise: Enterprise,
  centre: Pick<SimulatedAuthCentre, 'workbenchUrl'>,
): SimulatorSchemas['Enterprise'] {
  const { tenantId, name, departments, users, bindings } = enterprise
  return {
    ...{ tenantId, name, departments, users },
    bindings: Object.entries(bindings).map(([instance, binding]) => ({
      ...{ instance, state: binding.state, granted: binding.granted },
      loginUrl: loginUrl(data, enterprise, { instance, binding, centre }),
    })),
  }
}

interface Bound {
  readonly instance: string
  readonly binding: Binding
  readonly centre: Pick<SimulatedAuthCentre, 'workbenchUrl'>
}

function loginUrl(
  { instances, products }: StoreData,
  { tenantId, users }: Enterprise,
  { instance, binding, centre }: Bound,
): string | null {
  const { appId, callback } = products[instances[instance]?.product ?? '']?.joint ?? {}
  const user = users.find(({ userName }) => binding.granted.includes(userName))
  const isReady = binding.state === 'bound' && callback !== undefined
  if (appId === undefined || user === undefined || !isReady) return null
  return centre.workbenchUrl({ ...user, tenantId }, appId)
}
