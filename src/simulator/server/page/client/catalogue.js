import { call } from './api.js'
import { ask } from './ask.js'
import { act, buy } from './does.js'
import { badge, button, h, table } from './element.js'
import { state } from './sales.js'
import { say, tell } from './say.js'
import { inWords, named, words } from './words.js'

const { columns, acts, fields: labels } = words

/** The products, with what can be done with each. */
export function products(store) {
  const rows = store.products.map((one) => [
    one.name,
    one.generation ?? '–',
    h('span', {}, one.url),
    badge(named('states', one.state), one.state === 'onSale' ? 'good' : 'bad'),
    String(one.failingDays),
    casesOf(one),
    h('span', { class: 'buttons' }, doesOf(one, store)),
  ])
  const names = [columns.name, columns.interfaces, columns.url, columns.state, columns.failing]
  return [
    h(
      'p',
      { class: 'buttons' },
      button(acts.list, list),
      button(acts.dialTest, () => act('dialTest')),
    ),
    store.products.length === 0
      ? h('p', {}, words.none)
      : table(words.parts.products, [...names, columns.cases, columns.does], rows),
  ]
}

function casesOf({ cases }) {
  if (cases.length === 0) return '–'
  return h(
    'ul',
    {},
    cases.map(({ activity, exception }) =>
      h(
        'li',
        {},
        activity + words.colon + (exception === null ? words.states.passed : inWords(exception)),
      ),
    ),
  )
}

function doesOf(one, store) {
  if (one.state === 'delisted') return []
  const state = one.state === 'onSale' ? 'hidden' : 'onSale'
  const set = () => tell(() => call('PATCH', pathOf(one), { state }))
  return [
    button(acts.buy, () => buy(one, store), { class: 'main', key: `buy ${one.id}` }),
    button(acts.dialTestOne, () => sendCases(one), { key: `cases ${one.id}` }),
    button(acts[state], set, { key: `state ${one.id}` }),
    button(acts.move, () => move(one), { key: `move ${one.id}` }),
    button(acts.delist, () => delist(one), { key: `delist ${one.id}` }),
  ]
}

function pathOf({ id }) {
  return `products/${encodeURIComponent(id)}`
}

async function sendCases(one) {
  const product = await tell(() => call('POST', `${pathOf(one)}/cases`))
  if (product !== undefined) say(acts.dialTestOne + words.colon + words.done)
}

async function move(one) {
  const field = { name: 'url', label: labels.url, type: 'url', value: one.url }
  const given = await ask(acts.move + words.colon + one.name, [field], words.moveWarning)
  if (given !== undefined) await tell(() => call('PATCH', pathOf(one), given))
}

async function delist(one) {
  const isWanted = await ask(acts.delist + words.colon + one.name, [], words.delistWarning)
  if (isWanted !== undefined) await tell(() => call('PATCH', pathOf(one), { state: 'delisted' }))
}

const generations = ['saasV2', 'saasV1', 'licenseA', 'licenseB', 'licenseC']
const pairs = (table) => Object.entries(table)

async function list() {
  const given = await ask(acts.list, [
    { name: 'name', label: labels.name, type: 'text' },
    { name: 'generation', label: labels.generation, type: generations.map((one) => [one, one]) },
    { name: 'url', label: labels.url, type: 'url', value: 'http://localhost:8080/main/saas' },
    { name: 'ordersUrl', label: labels.ordersUrl, type: 'url', required: false },
    { name: 'chargingMode', label: labels.charging, type: pairs(words.charging) },
    { name: 'periodType', label: labels.period, type: pairs(words.periodTypes) },
    {
      name: 'trialDays',
      label: labels.trialDays,
      type: 'number',
      min: 3,
      max: 180,
      required: false,
    },
    { name: 'supervised', label: labels.supervised, type: 'checkbox' },
    { name: 'appId', label: labels.appId, type: 'text', required: false },
    { name: 'publicKey', label: labels.publicKey, type: 'text', required: false },
  ])
  if (given === undefined) return
  const { chargingMode, periodType, trialDays, appId, publicKey, ...product } = given
  const period = chargingMode === 'PERIOD' ? { periodType } : {}
  const trial = trialDays === undefined ? {} : { trialDays }
  const offers = [{ productName: given.name, chargingMode, ...period, ...trial }]
  const joint = appId === undefined ? {} : { joint: { appId, publicKey: publicKey ?? '' } }
  await tell(() => call('POST', 'products', { ...product, ...joint, offers }))
}

/** The buyers and their enterprises. */
export function enterprises(store) {
  const rows = store.enterprises.map((one) => [
    one.name,
    one.users.map(({ name, userName }) => `${name} (${userName})`).join(', '),
    one.bindings.map((binding) => h('p', {}, boundTo(binding))),
  ])
  return [
    h(
      'p',
      { class: 'buttons' },
      button(acts.addBuyer, addBuyer),
      button(acts.addEnterprise, addEnterprise),
    ),
    h(
      'ul',
      {},
      store.buyers.map(({ customerName, customerId }) =>
        h('li', {}, `${customerName} (${customerId})`),
      ),
    ),
    rows.length > 0 &&
      table(words.parts.enterprises, [columns.enterprise, columns.accounts, columns.bound], rows),
  ]
}

function boundTo({ instance, state: how, granted, loginUrl }) {
  return [
    instance,
    ' ',
    state(how),
    ' ',
    granted.join(', '),
    ' ',
    loginUrl !== null &&
      h('a', { href: loginUrl, target: '_blank', rel: 'noopener' }, acts.openApplication),
  ]
}

async function addBuyer() {
  const given = await ask(acts.addBuyer, [
    { name: 'customerName', label: labels.name, type: 'text' },
  ])
  if (given !== undefined) await tell(() => call('POST', 'buyers', given))
}

async function addEnterprise() {
  const given = await ask(acts.addEnterprise, [{ name: 'name', label: labels.name, type: 'text' }])
  if (given !== undefined) await tell(() => call('POST', 'enterprises', given))
}
