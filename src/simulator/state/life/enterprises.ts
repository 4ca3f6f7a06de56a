import { found } from '../refused.ts'
import type { ActRules, Store } from '../store.ts'
import type { Binding } from '../store-data.ts'
import type { StoreMessage } from '../message.ts'

/** An enterprise that is bound, or unbound; the application follows. */
export const tenantRules: ActRules = {
  stopped: (store, message) => fail(store, message),
}

/** With the application the binding is whole, or gone. */
export const applicationRules: ActRules = {
  succeeded(store, message) {
    const binding = bindingOf(store, message)
    binding.state = message.subject.undo === true ? 'unbound' : 'bound'
  },
  stopped: (store, message) => fail(store, message),
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
