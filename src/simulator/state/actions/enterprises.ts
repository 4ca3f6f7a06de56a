import { newHex } from '../ids.ts'
import { ActionRefused, found } from '../refused.ts'
import type { Store } from '../store.ts'
import type { Binding, Department, Enterprise, EnterpriseUser } from '../store-data.ts'

/** An enterprise as it is drawn up; ids that are left out are made. */
export interface EnterpriseDraft {
  readonly tenantId?: string
  readonly name: string
  readonly tenantCode?: string
  readonly domainName: string
  readonly departments?: readonly Department[]
  readonly users?: readonly EnterpriseUser[]
}

/** Adds an enterprise with its departments and accounts. */
export function addEnterprise({ data }: Store, draft: EnterpriseDraft): Enterprise {
  const { tenantId = newHex(data), name, domainName, departments = [], users = [] } = draft
  const { tenantCode = `t${newHex(data).slice(0, 6)}` } = draft
  const enterprise: Enterprise = {
    ...{ tenantId, tenantCode, name, domainName },
    departments: [...departments],
    users: [...users],
    bindings: {},
  }
  data.enterprises[tenantId] = enterprise
  return enterprise
}

/** An enterprise and an instance. */
export interface BindingKey {
  readonly tenantId: string
  readonly instance: string
}

/** Binds an enterprise to an instance: the kit tells of it, then of its application and departments. */
export async function bindEnterprise(store: Store, key: BindingKey): Promise<Binding> {
  const { data } = store
  const { bindings } = found(data.enterprises, key.tenantId, 'enterprise')
  const subject = subjectOf(store, key)
  refuseSecond(store, key)
  const binding: Binding = {
    clientId: newHex(data).slice(0, 20),
    clientSecret: newHex(data),
    state: 'binding',
    granted: [],
  }
  bindings[key.instance] = binding
  await store.tell('tenant', subject)
  return binding
}

/** Ends a binding: the application goes, and then the enterprise. */
export async function unbindEnterprise(store: Store, key: BindingKey): Promise<Binding> {
  const { bindings } = found(store.data.enterprises, key.tenantId, 'enterprise')
  const binding = found(bindings, key.instance, 'instance')
  await store.tell('application', { ...subjectOf(store, key), undo: true })
  return binding
}

/** Grants the application to accounts of an enterprise, or takes it from them. */
export async function authoriseUsers(
  store: Store,
  { users, revoke = false, ...key }: BindingKey & { users: readonly string[]; revoke?: boolean },
): Promise<Binding> {
  const enterprise = found(store.data.enterprises, key.tenantId, 'enterprise')
  const binding = found(enterprise.bindings, key.instance, 'instance')
  if (!isBound(binding))
    throw new ActionRefused(
      `${enterprise.name} is not bound: the binding is ${binding.state}.`,
      `${enterprise.name} 尚未绑定（${binding.state}）。`,
    )
  const unknown = users.find((name) => !enterprise.users.some(({ userName }) => userName === name))
  if (unknown !== undefined)
    throw new ActionRefused(
      `${enterprise.name} has no account "${unknown}" (users).`,
      `${enterprise.name} 没有账号“${unknown}”（users）。`,
    )
  await store.tell('users', { ...subjectOf(store, key), users, ...(revoke && { undo: true }) })
  return binding
}

/** Changes the departments of an enterprise, and tells every seller that it is bound to. */
export async function changeDepartments(
  store: Store,
  { tenantId, departments }: { tenantId: string; departments: readonly Department[] },
): Promise<Enterprise> {
  const enterprise = found(store.data.enterprises, tenantId, 'enterprise')
  enterprise.departments.splice(0, Infinity, ...departments)
  for (const [instance, binding] of Object.entries(enterprise.bindings)) {
    if (isBound(binding)) await store.tell('departments', subjectOf(store, { tenantId, instance }))
  }
  return enterprise
}

function isBound({ state }: Binding): boolean {
  return state === 'bound'
}

function subjectOf({ data }: Store, { tenantId, instance: id }: BindingKey) {
  const instance = found(data.instances, id, 'instance')
  const product = found(data.products, instance.product, 'product')
  if (product.joint === undefined)
    throw new ActionRefused(
      `${product.name} is not joint-operated.`,
      `${product.name} 不是联营商品。`,
    )
  return { product: product.id, instance: instance.id, tenantId }
}

function refuseSecond({ data }: Store, { tenantId, instance: id }: BindingKey): void {
  const { product } = found(data.instances, id, 'instance')
  const { joint, name } = found(data.products, product, 'product')
  const { bindings } = found(data.enterprises, tenantId, 'enterprise')
  const others = Object.entries(bindings).filter(
    ([other, binding]) =>
      other !== id && isBound(binding) && data.instances[other]?.product === product,
  )
  if (others.length === 0 || joint?.bindsSeveral === true) return
  throw new ActionRefused(
    `${name} binds one instance to an enterprise (支持多实例绑定 is off).`,
    `${name} 不支持多实例绑定，该企业已绑定其他实例。`,
    'CRED-4',
  )
}
