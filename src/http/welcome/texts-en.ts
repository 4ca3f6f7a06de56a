import type { Texts } from './texts.ts'

const inTheStore =
  'The store shows how to sign in: open the resource details of your purchase under Purchased Services (已购买的服务) in its buyer centre.'

/** The pages in English. */
export const english: Texts = {
  lang: 'en',
  other: '中文',
  product: 'Product',
  trial: 'trial',
  goOn: 'Go on to the product',
  ask: 'Whom to ask',
  askSeller: 'Ask the seller: ',
  askThroughStore: 'Ask the seller, through the page of the product in the store.',
  unknown: {
    title: 'Welcome',
    says: [
      'On this page buyers see how far a purchase is.',
      'There is nothing to show at this address. Open your purchase in the store and come from there again.',
    ],
  },
  away: {
    title: 'This cannot be looked up at the moment',
    says: ['Your purchase is not affected. Reload this page in a minute.'],
  },
  states: {
    provisioning: {
      title: 'The seller is preparing it for you',
      says: [
        'The seller has your order; the service cannot be used yet. You need not do anything.',
        'Once it is ready the store shows how to sign in. Reload this page later to see how far it is.',
      ],
    },
    open: { title: 'It is ready', says: ['You can begin to use it.'] },
    ready: { title: 'It is ready', says: ['You can begin to use it.', inTheStore] },
    expired: {
      title: 'It has expired and is on hold',
      says: [
        'The period that was bought has ended. The service is frozen, and your data is kept.',
        'Renew it in the store to go on. The store releases what is not renewed for long.',
      ],
    },
    frozen: {
      title: 'It is on hold',
      says: [
        'The store has frozen the service, for arrears or a violation of its rules for example. Your data is kept.',
        'The store says why. You can go on once the reason is gone.',
      ],
    },
    failed: {
      title: 'It could not be made ready',
      says: [
        'You need not buy it again: the store tries again by itself.',
        'If that does not succeed within some hours, the store cancels the order and gives the money back.',
      ],
    },
    released: {
      title: 'It has ended',
      says: [
        'The service was cancelled or released and cannot be used any more.',
        'To go on, buy it again in the store.',
      ],
    },
  },
}
