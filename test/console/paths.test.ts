import { expect, test } from 'vitest'
import { pageNames, paths } from '../../src/console/paths.ts'

const addresses = {
  overview: paths.overview(),
  instances: paths.instances({ status: 'provisioning', cursor: undefined, name: '' }),
  find: paths.find('1'),
  instance: paths.instance('../a b/?&=#%é'),
  messages: paths.messages({ outcome: 'failure' }),
  message: paths.message('1'),
  reruns: paths.reruns(),
  calls: paths.calls(),
  orders: paths.orders(),
  order: paths.order('1'),
  reconciliations: paths.reconciliations(),
  usage: paths.usage(),
  record: paths.record('1'),
  licenses: paths.licenses(),
  license: paths.license('1'),
  enterprises: paths.enterprises(),
  enterprise: paths.enterprise('1'),
  webhooks: paths.webhooks(),
  webhook: paths.webhook('1'),
  events: paths.events(),
  event: paths.event('1'),
  keys: paths.keys(),
  credential: paths.credential('1'),
  alarms: paths.alarms({ cleared: false }),
  access: paths.access(),
  setup: paths.setup(),
} satisfies Record<keyof typeof paths, string>

test('the addresses of the console stay as they are, since people keep and send them', () => {
  expect(addresses).toMatchInlineSnapshot(`
    {
      "access": "access",
      "alarms": "alarms?cleared=false",
      "calls": "calls",
      "credential": "credential?id=1",
      "enterprise": "enterprise?id=1",
      "enterprises": "enterprises",
      "event": "event?id=1",
      "events": "events",
      "find": "find?id=1",
      "instance": "instance?id=..%2Fa+b%2F%3F%26%3D%23%25%C3%A9",
      "instances": "instances?status=provisioning",
      "keys": "keys",
      "license": "license?id=1",
      "licenses": "licenses",
      "message": "message?id=1",
      "messages": "messages?outcome=failure",
      "order": "order?id=1",
      "orders": "orders",
      "overview": "./",
      "reconciliations": "reconciliations",
      "record": "record?id=1",
      "reruns": "reruns",
      "setup": "setup",
      "usage": "usage",
      "webhook": "webhook?id=1",
      "webhooks": "webhooks",
    }
  `)
})

test('an address keeps any id, and names a page one level deep', () => {
  const url = new URL(addresses.instance, 'https://koogate.example.com/behind/console/messages?x=1')
  expect(url.pathname).toBe('/behind/console/instance')
  expect(url.searchParams.get('id')).toBe('../a b/?&=#%é')
  for (const name of pageNames) expect(name).toMatch(/^[a-z]+$/)
})
