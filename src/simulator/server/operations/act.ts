import type { SimulatorSchemas } from '../../../contract/index.ts'
import type { PlacedOrder, StoreMessage, StoreState } from '../../state/index.ts'
import type { Operation } from '../api-context.ts'
import { messageView } from '../views/message-view.ts'
import { instanceNamed, thing } from './find.ts'

type Action = SimulatorSchemas['Action']
type ActionOf<Name extends Action['action']> = Extract<Action, { readonly action: Name }>

/** What an action was about, as far as it says so. */
interface About {
  readonly orderId?: string
  readonly instance?: string
}

type Acts = {
  readonly [Name in Action['action']]: (
    store: StoreState,
    given: Omit<ActionOf<Name>, 'action'>,
  ) => Promise<About>
}

const ofOrder = ({ orderId, instance }: PlacedOrder): About => ({ orderId, instance })
const ofInstance = ({ id }: { readonly id: string }): About => ({ instance: id })

/** An action of an instance that takes its id alone. */
function plain(
  act: (actions: StoreState['actions'], id: string) => Promise<unknown>,
): (store: StoreState, given: { readonly instance: string }) => Promise<About> {
  return async ({ data, actions }, given) => {
    const { id } = instanceNamed(data, given.instance)
    await act(actions, id)
    return { instance: id }
  }
}

const acts: Acts = {
  buy: async ({ actions }, given) => ofOrder(await actions.buy(given)),
  pay: async ({ actions }, { orderId }) => ofOrder(await actions.pay(orderId)),
  cancelOrder: async ({ actions }, { orderId }) => ofOrder(await actions.cancelOrder(orderId)),
  renew: async ({ data, actions }, given) => {
    const { id } = instanceNamed(data, given.instance)
    return ofOrder(await actions.renew({ ...given, instance: id }))
  },
  upgrade: async ({ data, actions }, given) => {
    const { id } = instanceNamed(data, given.instance)
    return ofOrder(await actions.upgrade({ ...given, instance: id }))
  },
  cancelRenewal: async ({ data, actions }, { instance }) =>
    ofOrder(await actions.cancelRenewal(instanceNamed(data, instance).id)),
  openPage: plain((actions, id) => actions.openPage(id)),
  expire: plain((actions, id) => actions.expireNow(id)),
  violate: plain((actions, id) => actions.violate(id)),
  liftViolation: plain((actions, id) => actions.clearViolation(id)),
  release: plain((actions, id) => actions.releaseNow(id)),
  moveOrder: plain((actions, id) => actions.moveOrder(id)),
  unsubscribe: async ({ data, actions }, given) => {
    const { id } = instanceNamed(data, given.instance)
    return ofOrder(await actions.unsubscribe({ ...given, instance: id }))
  },
  decideUnsubscription: async ({ actions }, { orderId, decision }) =>
    ofOrder(await actions.decideUnsubscription({ order: orderId, decision })),
  bindEnterprise: async ({ data, actions }, { tenantId, instance }) => {
    const one = instanceNamed(data, instance)
    await actions.bindEnterprise({ tenantId, instance: one.id })
    return ofInstance(one)
  },
  unbindEnterprise: async ({ data, actions }, { tenantId, instance }) => {
    const one = instanceNamed(data, instance)
    await actions.unbindEnterprise({ tenantId, instance: one.id })
    return ofInstance(one)
  },
  authoriseUsers: async ({ data, actions }, given) => {
    const one = instanceNamed(data, given.instance)
    await actions.authoriseUsers({ ...given, instance: one.id })
    return ofInstance(one)
  },
  askLicense: async ({ data, actions }, given) => {
    const one = instanceNamed(data, given.instance)
    await actions.askLicense({ ...given, instance: one.id })
    return ofInstance(one)
  },
  supervise: async ({ actions }, { orderId, ...given }) =>
    ofOrder(await actions.supervise({ order: orderId, ...given })),
  appeal: async ({ actions }, { orderId, appealed }) =>
    ofOrder(await actions.appeal({ order: orderId, appealed })),
  async dialTest({ data, actions }, { product }) {
    const tested =
      product === undefined
        ? new Set(Object.values(data.cases).map((one) => one.product))
        : [thing(data.products, product, 'product').id]
    for (const one of tested) await actions.dialTestNow(one)
    return {}
  },
}

/** Does what is asked, and tells what the seller was called for meanwhile. */
export const act: Operation<'act'> = async ({ body }, { store, clock }) => {
  await clock.catchUp()
  const now = store()
  const before = new Set(Object.keys(now.data.messages))
  const { action, ...given } = body
  // The table has tied each name to its members; TypeScript cannot follow that here.
  const about = await (acts[action] as (store: StoreState, given: object) => Promise<About>)(
    now,
    given,
  )
  const made = Object.values(now.data.messages).filter(({ id }) => !before.has(id))
  return {
    orderId: about.orderId ?? null,
    instance: about.instance ?? null,
    messages: made.filter((message) => isAbout(message, about)).map((one) => messageView(one)),
  }
}

// Others may act at the same time.
function isAbout({ subject }: StoreMessage, { orderId, instance }: About): boolean {
  if (orderId === undefined && instance === undefined) return false
  return subject.orderId === orderId || subject.instance === instance
}
