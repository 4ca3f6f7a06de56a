import { products } from './product.ts'
import { underWay } from './result-codes.ts'
import type { Scenario } from './scenario.ts'

const change = { product: products.professionalYear, quantity: 80 }

/** A buyer's whole way with a product that is provisioned at once. */
export const lifeOfAnInstance: Scenario = {
  name: 'The life of an instance',
  steps: [
    { name: 'buy', play: (store) => store.buy(), status: 'active' },
    { name: 'poll until ready', play: (store, id) => store.poll(id), status: 'active' },
    { name: 'open the resource page', play: (store, id) => store.query(id), status: 'active' },
    { name: 'renew for a year', play: (store, id) => store.renew(id), status: 'active' },
    { name: 'may it change?', play: (store, id) => store.check(id, change), status: 'active' },
    {
      name: 'renew with the change',
      play: (store, id) => store.changeOnRenewal(id, change),
      status: 'active',
    },
    {
      name: 'upgrade to 100 seats',
      play: (store, id) => store.upgrade(id, { quantity: 100 }),
      status: 'active',
    },
    { name: 'freeze', play: (store, id) => store.freeze(id), status: 'frozen' },
    { name: 'unfreeze', play: (store, id) => store.unfreeze(id), status: 'active' },
    { name: 'tell of an order', play: (store) => store.notify(), status: 'active' },
    { name: 'dial test', play: (store) => store.dialTest(), status: 'active' },
    {
      name: 'cancel the renewal',
      play: (store, id) => store.cancelRenewal(id),
      status: 'active',
    },
    {
      name: 'unsubscribe',
      play: (store, id) => store.release(id, { unsubscribed: true }),
      status: 'released',
    },
    {
      name: 'renew all the same',
      play: (store, id) => store.renew(id, { accepts: ['000003'] }),
      answer: '000003',
      status: 'released',
    },
  ],
}

/** A purchase that a person completes, and that the store polls for. */
export const manualProvisioning: Scenario = {
  name: 'Provisioned by hand',
  steps: [
    { name: 'buy', play: (store) => store.buy(), answer: underWay, status: 'provisioning' },
    {
      name: 'ask while it is made',
      play: (store, id) => store.query(id, { accepts: [underWay] }),
      answer: underWay,
      status: 'provisioning',
    },
    {
      name: 'poll once it is filled in',
      before: (seller, id) =>
        seller.putAppInfo(id, { frontEndUrl: 'https://app.example.com/t/by-hand' }),
      play: (store, id) => store.poll(id),
      status: 'active',
    },
    { name: 'dial test', play: (store) => store.dialTest(), status: 'active' },
    { name: 'release', play: (store, id) => store.release(id), status: 'released' },
  ],
}
