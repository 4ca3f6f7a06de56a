import type { Operation } from '../api-context.ts'
import { messageRow, messageView } from '../views/message-view.ts'
import { instanceView, instanceViews, orderView } from '../views/sale-views.ts'
import { newest } from '../views/store-view.ts'
import { instanceNamed, thing } from './find.ts'

// The most that the contract has in a list.
const most = 10_000

export const listStoreInstances: Operation<'listStoreInstances'> = (_request, { store }) => {
  const { data } = store()
  return { items: instanceViews(data, newest(Object.values(data.instances), most)) }
}

export const getStoreInstance: Operation<'getStoreInstance'> = ({ path }, { store }) => {
  const { data } = store()
  return instanceView(data, instanceNamed(data, path.instance))
}

export const listStoreOrders: Operation<'listStoreOrders'> = (_request, { store }) => ({
  items: newest(Object.values(store().data.orders), most).map(orderView),
})

export const getStoreOrder: Operation<'getStoreOrder'> = ({ path }, { store }) =>
  orderView(thing(store().data.orders, path.orderId, 'order'))

export const listStoreMessages: Operation<'listStoreMessages'> = (_request, { store }) => ({
  items: newest(Object.values(store().data.messages), most).map(messageRow),
})

export const getStoreMessage: Operation<'getStoreMessage'> = ({ path }, { store }) =>
  messageView(thing(store().data.messages, path.message, 'message'))

export const restartMessage: Operation<'restartMessage'> = async ({ path }, { store }) => {
  const { data, actions } = store()
  const { id } = thing(data.messages, path.message, 'message')
  return messageView(await actions.restart(id))
}
