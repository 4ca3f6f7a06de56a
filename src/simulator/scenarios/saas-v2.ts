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

/** The status is right, and the buyer's page at the product says this of it. */
function andPageSays(status: Status, words: RegExp): Step['expect'] {
  return async (after) => {
    const { shown, wrong } = await is(status)(after)
    const page = await pageOf(after)
    const faults = words.test(page) ? wrong : [...wrong, `the buyer's page says: ${page}`]
    return { shown: `${shown}; the buyer reads: ${page}`, wrong: faults }
  }
}

async function pageOf({ seller, instanceId }: Parameters<Step['expect']>[0]): Promise<string> {
  const { appInfo } = (await seller.readInstance(instanceId)) ?? {}
  if (!appInfo) return 'nothing, there is no page'
  const page = await fetch(appInfo.frontEndUrl).then((answer) => answer.text())
  return page.trim().slice(0, 100)
}

/** A purchase that the seller's product makes when it is asked, and what it hears of it later. */
export const provisionedByProduct: Scenario = {
  name: 'Provisioned by the product, which is asked and told by webhook',
  steps: [
    { name: 'buy', play: (store) => store.buy(), expect: andPageSays('active', /^50 seats until/) },
    {
      name: 'renew with a change',
      play: (store, id) => store.changeOnRenewal(id, change),
      expect: andPageSays('active', /^80 seats until/),
    },
    {
      name: 'freeze',
      play: (store, id) => store.freeze(id),
      expect: andPageSays('frozen', /^frozen$/),
    },
    {
      name: 'unfreeze',
      play: (store, id) => store.unfreeze(id),
      expect: andPageSays('active', /^80 seats until/),
    },
    { name: 'dial test', play: (store) => store.dialTest(), expect: is('active') },
    {
      name: 'release',
      play: (store, id) => store.release(id),
      expect: andPageSays('released', /^released$/),
    },
  ],
}
