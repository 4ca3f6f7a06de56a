import { differencesFrom } from './differences.ts'
import { products } from '../products/products.ts'
import { underWay } from '../calls/result-codes.ts'
import type { Scenario, Step } from './scenario.ts'
import { describeInstance, type Status } from './seller-view.ts'

const change = { product: products.professionalYear, quantity: 80 }

/** The instance has this status, and for the rest what the store's accounts say. */
export function is(status: Status): Step['expect'] {
  return async ({ store, seller, instanceId }) => {
    const state = await seller.readInstance(instanceId)
    const subscription = store.subscription(instanceId)
    return {
      shown: describeInstance(state),
      wrong: differencesFrom({ status, subscription }, state),
    }
  }
}

/** A buyer's whole way with a product that is provisioned at once. */
export const lifeOfAnInstance: Scenario = {
  name: 'The life of an instance',
  steps: [
    { name: 'buy', play: (store) => store.buy(), expect: is('active') },
    { name: 'poll until ready', play: (store, id) => store.poll(id), expect: is('active') },
    { name: 'open the resource page', play: (store, id) => store.query(id), expect: is('active') },
    { name: 'renew for a year', play: (store, id) => store.renew(id), expect: is('active') },
    { name: 'may it change?', play: (store, id) => store.check(id, change), expect: is('active') },
    {
      name: 'renew with the change',
      play: (store, id) => store.changeOnRenewal(id, change),
      expect: is('active'),
    },
    {
      name: 'upgrade to 100 seats',
      play: (store, id) => store.upgrade(id, { quantity: 100 }),
      expect: is('active'),
    },
    { name: 'freeze', play: (store, id) => store.freeze(id), expect: is('frozen') },
    { name: 'unfreeze', play: (store, id) => store.unfreeze(id), expect: is('active') },
    { name: 'tell of an order', play: (store) => store.notify(), expect: is('active') },
    { name: 'dial test', play: (store) => store.dialTest(), expect: is('active') },
    {
      name: 'cancel the renewal',
      play: (store, id) => store.cancelRenewal(id),
      expect: is('active'),
    },
    {
      name: 'unsubscribe',
      play: (store, id) => store.release(id, { unsubscribed: true }),
      expect: is('released'),
    },
    {
      name: 'renew all the same',
      play: (store, id) => store.renew(id, { accepts: ['000003'] }),
      answer: '000003',
      expect: is('released'),
    },
  ],
}

/** A purchase that a person completes, and that the store polls for. */
export const manualProvisioning: Scenario = {
  name: 'Provisioned by hand',
  steps: [
    { name: 'buy', play: (store) => store.buy(), answer: underWay, expect: is('provisioning') },
    {
      name: 'ask while it is made',
      play: (store, id) => store.query(id, { accepts: [underWay] }),
      answer: underWay,
      expect: is('provisioning'),
    },
    {
      name: 'poll once it is filled in',
      before: (seller, id) =>
        seller.putAppInfo(id, { frontEndUrl: 'https://app.example.com/t/by-hand' }),
      play: (store, id) => store.poll(id),
      expect: is('active'),
    },
    { name: 'dial test', play: (store) => store.dialTest(), expect: is('active') },
    { name: 'release', play: (store, id) => store.release(id), expect: is('released') },
  ],
}
