import { found } from '../refused.ts'
import type { ActRules, Store } from '../store.ts'
import type { Binding } from '../store-data.ts'
import type { StoreMessage } from '../message.ts'

/** An enterprise that is bound: its application follows. One that is unbound is the end. */
export const tenantRules: ActRules = {
  async succeeded(store, message) {
    if (message.subject.undo === true) bindingOf(store, message).state = 'unbound'
    else await store.tell('application', message.subject)
  },
  stopped: fail,
}

/** With the application the binding is whole, and the departments follow; without it the enterprise goes. */
export const applicationRules: ActRules = {
  async succeeded(store, message) {
    const { subject } = message
    if (subject.undo === true) {
      await store.tell('tenant', subject)
      return
    }
    bindingOf(store, message).state = 'bound'
    const { departments } = found(store.data.enterprises, subject.tenantId ?? '', 'enterprise')
    if (departments.length > 0) await store.tell('departments', subject)
  },
  stopped: fail,
}

/** Accounts that may use the application from now on, or may no longer. */
export const usersRules: ActRules = {
  succeeded(store, message) {
    const { users = [], undo } = message.subject
    const { granted } = bindingOf(store, message)
    const others = granted.filter((name) => !users.includes(name))
    granted.splice(0, Infinity, ...(undo === true ? others : [...others, ...users]))
  },
}

function fail(store: Store, message: StoreMessage): void {
  bindingOf(store, message).state = 'failed'
}

function bindingOf({ data }: Store, { subject }: StoreMessage): Binding {
  const { bindings } = found(data.enterprises, subject.tenantId ?? '', 'enterprise')
  return found(bindings, subject.instance ?? '', 'instance')
}
