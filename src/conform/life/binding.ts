import type { Members } from '../exchange.ts'
import type { Seller } from '../seller.ts'
import { mustBeDone } from './outcome.ts'

/** An enterprise that is bound to an application: what the calls of the kit name in common. */
export interface Binding extends Members {
  readonly instanceId: string
  readonly tenantId: string
}

/** A binding that no call has named yet; test calls have no instance, as in the debugger. */
export function newBinding(seller: Seller): Binding {
  const instanceId = seller.full ? seller.newId('INSTANCE') : ''
  return { instanceId, tenantId: seller.newId('TENANT') }
}

/** The call that tells of an enterprise. */
export function tenant(seller: Seller, binding: Binding, overrides: Members = {}): Members {
  return seller.valid('tenantSync', { ...binding, ...overrides })
}

/** Tells of an enterprise that the seller takes. Throws CannotJudge if it does not. */
export async function bound(seller: Seller): Promise<Binding> {
  const binding = newBinding(seller)
  mustBeDone(await seller.call('tenantSync', tenant(seller, binding)))
  return binding
}

/** A user as a grant lists it. */
export function user(userName: string, overrides: Members = {}): Members {
  return { userName, name: '张三', orgCode: '10000', role: 'user', enable: 'true', ...overrides }
}

const appId = 'KOOGATE-CONFORM-APP'

/** The call that grants the application to users, whose list is a text in V1. */
export function grantOf(
  seller: Seller,
  binding: Binding,
  { users, ...overrides }: Members & { readonly users: readonly Members[] },
): Members {
  const userList = seller.generation === 'kitV1' ? JSON.stringify(users) : users
  return seller.valid('authSync', { ...binding, appId, userList, ...overrides })
}

/** The same for users of these names. */
export function grant(
  seller: Seller,
  binding: Binding,
  userNames: readonly string[],
  overrides: Members = {},
): Members {
  return grantOf(seller, binding, { users: userNames.map((one) => user(one)), ...overrides })
}

/** The call that tells of a department. */
export function department(
  seller: Seller,
  binding: Binding,
  orgCode: string,
  overrides: Members = {},
): Members {
  return seller.valid('singleOrgSync', {
    ...binding,
    orgCode,
    orgName: `部门${orgCode}`,
    ...overrides,
  })
}

/** The call that tells of all departments, `code` or `code<parent`; their list is a text in V1. */
export function departments(
  seller: Seller,
  binding: Binding,
  codes: readonly string[],
  overrides: Members = {},
): Members {
  return seller.valid('allOrgSync', { ...binding, ...departmentList(seller, codes), ...overrides })
}

/** The member that lists departments. */
export function departmentList(
  seller: Pick<Seller, 'generation'>,
  codes: readonly string[],
): Members {
  const isV1 = seller.generation === 'kitV1'
  const items = codes.map((text) => {
    const [orgCode = '', parentCode = ''] = text.split('<')
    return { orgCode, [isV1 ? 'name' : 'orgName']: `部门${orgCode}`, parentCode }
  })
  return isV1 ? { orgInfo: JSON.stringify(items) } : { orgInfoList: items }
}

/** The call that tells of the application, with a client secret that the seller can open. */
export function application(seller: Seller, binding: Binding, overrides: Members = {}): Members {
  return seller.valid('applicationSync', { ...binding, appId, ...overrides })
}
