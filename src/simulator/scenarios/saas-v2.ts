import { departuresFrom } from './differences.ts'
import { products } from '../products/products.ts'
import { underWay } from '../calls/result-codes.ts'
import type { Scenario, Step } from './scenario.ts'
import { describeInstance, type Status } from './seller-view.ts'

const change = { product: products.professionalYear, quantity: 80 }

/** The instance has this status, and for the rest what the store's books say. */
export function is(status: Status): Step['look'] {
  return async ({ store, seller, instanceId }) => {
    const state = await seller.readInstance(instanceId)
    const subscription = store.subscription(instanceId)
    return {
      shown: describeInstance(state),
      wrong: departuresFrom({ status, subscription }, state),
    }
  }
}

/** A buyer's whole way with a product that is provisioned at once. */
export const lifeOfAnInstance: Scenario = {
  name: 'The life of an instance',
  steps: [
    { name: 'buy', play: (store) => store.buy(), look: is('active') },
    { name: 'poll until ready', play: (store, id) => store.poll(id), look: is('active') },
    { name: 'open the resource page', play: (store, id) => store.query(id), look: is('active') },
    { name: 'renew for a year', play: (store, id) => store.renew(id), look: is('active') },
    { name: 'may it change?', play: (store, id) => store.check(id, change), look: is('active') },
    {
      name: 'renew with the change',
      play: (store, id) => store.changeOnRenewal(id, change),
      look: is('active'),
    },
    {
      name: 'upgrade to 100 seats',
      play: (store, id) => store.upgrade(id, { quantity: 100 }),
      look: is('active'),
    },
    { name: 'freeze', play: (store, id) => store.freeze(id), look: is('frozen') },
    { name: 'unfreeze', play: (store, id) => store.unfreeze(id), look: is('active') },
    { name: 'tell of an order', play: (store) => store.notify(), look: is('active') },
    { name: 'dial test', play: (store) => store.dialTest(), look: is('active') },
    {
      name: 'cancel the renewal',
      play: (store, id) => store.cancelRenewal(id),
      look: is('active'),
    },
    {
      name: 'unsubscribe',
      play: (store, id) => store.release(id, { unsubscribed: true }),
      look: is('released'),
    },
    {
      name: 'renew all the same',
      play: (store, id) => store.renew(id, { accepts: ['000003'] }),
      answer: '000003',
      look: is('released'),
    },
  ],
}

/** A purchase that a person completes, and that the store polls for. */
export const manualProvisioning: Scenario = {
  name: 'Provisioned by hand',
  steps: [
    { name: 'buy', play: (store) => store.buy(), answer: underWay, look: is('provisioning') },
    {
      name: 'ask while it is made',
      play: (store, id) => store.query(id, { accepts: [underWay] }),
      answer: underWay,
      look: is('provisioning'),
    },
    {
      name: 'poll once it is filled in',
      before: (seller, id) =>
        seller.putAppInfo(id, { frontEndUrl: 'https://app.example.com/t/by-hand' }),
      play: (store, id) => store.poll(id),
      look: is('active'),
    },
    { name: 'dial test', play: (store) => store.dialTest(), look: is('active') },
    { name: 'release', play: (store, id) => store.release(id), look: is('released') },
  ],
}
