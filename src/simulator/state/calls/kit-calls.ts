import type { AnyCall } from '../../calls/calls.ts'
import type { Act } from '../message.ts'
import type { EnterpriseUser } from '../store-data.ts'
import { beijingTime } from '../../store-time.ts'
import { type CallContext, type MakeCall, needed } from './call-context.ts'

/** The edition of the kit that goes with the interfaces of a product. */
export function kitOf(generation: string | undefined): 'kitV1' | 'kitV2' {
  return generation === 'saasV1' || generation === 'licenseB' ? 'kitV1' : 'kitV2'
}

/** The calls of the joint-operation kit (联营kit), in the edition of the product. */
export const kitCalls = {
  tenant: called('tenantSync', (context) => {
    const { tenantCode, name, domainName } = needed(context.enterprise, 'enterprise')
    const orderId = context.purchase?.orderId ?? ''
    return { orderId, tenantCode, name, domainName, flag: flagOf(context) }
  }),
  application: called('applicationSync', (context) => {
    const { clientId, clientSecret } = bindingOf(context)
    const { appId } = needed(context.product.joint, 'application')
    const secret = context.encryption.secret(clientSecret)
    return { appId, clientId, clientSecret: secret, flag: flagOf(context) }
  }),
  departments: called('allOrgSync', (context) => {
    const { departments } = needed(context.enterprise, 'enterprise')
    if (editionOf(context) === 'kitV2') return { orgInfoList: departments, flag: 1 }
    const named = departments.map(({ orgName, ...rest }) => ({ ...rest, name: orgName }))
    return { orgInfo: JSON.stringify(named) }
  }),
  users: called('authSync', (context) => {
    const { appId } = needed(context.product.joint, 'application')
    const users = usersOf(context)
    const isV2 = editionOf(context) === 'kitV2'
    // V2 tells a grant that is revoked from an account that is deleted; V1 deletes.
    const revoke = isV2 ? 3 : 0
    return {
      appId,
      currentSyncTime: beijingTime(context.now),
      userList: isV2 ? users : JSON.stringify(users),
      flag: context.subject.undo === true ? revoke : 1,
    }
  }),
} satisfies Partial<Record<Act, MakeCall>>

function called(activity: string, membersOf: (context: CallContext) => object): MakeCall {
  return (context): AnyCall => {
    const { instance, enterprise, now } = context
    const shared = {
      instanceId: instance?.instanceId ?? '',
      tenantId: needed(enterprise, 'enterprise').tenantId,
      testFlag: 0,
      timeStamp: beijingTime(now),
    }
    return {
      generation: editionOf(context),
      activity,
      members: { ...shared, ...membersOf(context) },
    }
  }
}

function editionOf({ product }: CallContext): 'kitV1' | 'kitV2' {
  return kitOf(product.generation)
}

function flagOf({ subject }: CallContext): 0 | 1 {
  return subject.undo === true ? 0 : 1
}

function bindingOf({ enterprise, instance }: CallContext) {
  const { bindings } = needed(enterprise, 'enterprise')
  return needed(bindings[needed(instance, 'instance').id], 'binding')
}

function usersOf({ enterprise, subject }: CallContext): readonly object[] {
  const { users } = needed(enterprise, 'enterprise')
  const named = users.filter(({ userName }) => subject.users?.includes(userName))
  return named.map(accountOf)
}

function accountOf({ userName, name, role, orgCode = '' }: EnterpriseUser) {
  return { userName, name, role, orgCode, enable: 'true' }
}
