import { call } from './api.js'
import { ask } from './ask.js'
import { tell, tellResult } from './say.js'
import { named, words } from './words.js'

const { fields: labels } = words

/** Does an action of the store, and says what came of it. */
export async function act(action, values = {}) {
  const result = await tell(() => call('POST', 'actions', { action, ...values }))
  if (result !== undefined) tellResult(action, result)
}

/** Asks for values first; nothing is done if the dialog is left. */
async function askAndAct(action, fields, known, warning) {
  const values = await ask(words.acts[action], fields, warning)
  if (values !== undefined) await act(action, { ...known, ...values })
}

const quantity = { name: 'quantity', label: labels.quantity, type: 'number', min: 1, max: 100000 }
const periods = {
  name: 'periods',
  label: labels.periods,
  type: 'number',
  min: 1,
  max: 120,
  value: 1,
}

/** What is for sale of a product, to choose from. */
export function offersOf({ offers }) {
  return offers.map(({ productId, productName, chargingMode, periodType }) => [
    productId,
    [productName, named('charging', chargingMode), periodType && named('periodTypes', periodType)]
      .filter(Boolean)
      .join(' · '),
  ])
}

function offerField(product, isChange) {
  const same = isChange ? [['', labels.same]] : []
  return { name: 'offer', label: labels.offer, type: [...same, ...offersOf(product)] }
}

/** Buys a product as one of the buyers. */
export function buy(product, { buyers }) {
  const people = buyers.map(({ customerId, customerName }) => [customerId, customerName])
  const hasTrial = product.offers.some(({ trialDays }) => trialDays !== undefined)
  return askAndAct(
    'buy',
    [
      offerField(product, false),
      { name: 'customerId', label: labels.buyer, type: people },
      { ...quantity, value: 1 },
      periods,
      ...(hasTrial ? [{ name: 'trial', label: labels.trial, type: 'checkbox' }] : []),
      { name: 'pay', label: labels.pay, type: 'checkbox', value: true },
    ],
    { product: product.id },
  )
}

/** The actions that make sense for an instance, each with what it does when its button is pressed. */
export function doesOf(instance, store) {
  const { id, status, trial } = instance
  const known = { instance: id }
  const product = store.products.find((one) => one.id === instance.product)
  const plain = (action) => [action, () => act(action, known)]
  const asking = (action, ...fields) => [action, () => askAndAct(action, fields, known)]
  if (!['ACTIVE', 'FROZEN', 'PROVISIONING'].includes(status) || product === undefined) return []
  const offer = offerField(product, true)
  const isOptional = { ...quantity, required: false }
  const renewal = [offer, isOptional, periods]
  const runs = [
    [trial ? 'convertTrial' : 'renew', () => askAndAct('renew', renewal, known)],
    plain('cancelRenewal'),
    asking('upgrade', offer, isOptional),
    plain('expire'),
    ...(status === 'FROZEN' ? [plain('liftViolation')] : [plain('violate')]),
  ]
  const operations = { name: 'byOperations', label: labels.byOperations, type: 'checkbox' }
  return [
    ...(status === 'PROVISIONING' ? [] : runs),
    asking('unsubscribe', operations),
    plain('release'),
    plain('moveOrder'),
    plain('openPage'),
    ...(product.generation === 'licenseA' ? [license(known)] : []),
    ...(product.joint ? kitDoes(instance, store) : []),
  ]
}

function license(known) {
  const field = {
    name: 'deviceFingerprint',
    label: labels.fingerprint,
    type: 'text',
    required: false,
  }
  return ['askLicense', () => askAndAct('askLicense', [field], known)]
}

function kitDoes({ id }, { enterprises }) {
  const names = enterprises.map(({ tenantId, name }) => [tenantId, name])
  const field = { name: 'tenantId', label: labels.enterprise, type: names }
  const bound = enterprises.filter(({ bindings }) => bindings.some((one) => one.instance === id))
  return [
    ['bindEnterprise', () => askAndAct('bindEnterprise', [field], { instance: id })],
    ...bound.flatMap(({ tenantId }) => [
      ['unbindEnterprise', () => act('unbindEnterprise', { instance: id, tenantId })],
    ]),
    ...bound.map((enterprise) => ['authoriseUsers', () => authorise(id, enterprise)]),
  ]
}

// Those that are ticked now and were not are granted, and the other way round.
async function authorise(instance, { tenantId, users, bindings }) {
  const granted = bindings.find((one) => one.instance === instance)?.granted ?? []
  const ticks = users.map(({ userName, name }) => ({
    ...{ name: userName, label: `${name} (${userName})`, type: 'checkbox' },
    value: granted.includes(userName),
  }))
  const ticked = await ask(words.acts.authoriseUsers, ticks)
  if (ticked === undefined) return
  const changed = (wanted) =>
    Object.keys(ticked).filter(
      (name) => ticked[name] === wanted && granted.includes(name) !== wanted,
    )
  for (const [wanted, more] of [
    [true, {}],
    [false, { revoke: true }],
  ]) {
    const names = changed(wanted)
    if (names.length > 0) await act('authoriseUsers', { instance, tenantId, users: names, ...more })
  }
}

const stepsAt = {
  REQUEST_PENDING: ['request'],
  SELLER_CONFIRM: ['confirm', 'refuse'],
  DELIVERING: ['deliver'],
  HUAWEI_REVIEW: ['review'],
  BUYER_ACCEPT: ['accept', 'reject'],
}

/** What can be done about an order now, as for an instance. */
export function doesOfOrder(order, store) {
  const { orderId, state, supervision, unsubscription } = order
  const known = { orderId }
  const isOpen = unsubscription === 'REQUESTED'
  return [
    ...(state === 'pendingPayment' ? ['pay', 'cancelOrder'] : []).map((one) => [
      one,
      () => act(one, known),
    ]),
    ...(stepsAt[supervision] ?? []).map((step) => [
      step,
      () => (needsCode(step, order, store) ? handIn(known) : act('supervise', { ...known, step })),
    ]),
    ...(isOpen ? ['approve', 'reject', 'withdraw'] : []).map((decision) => [
      `${decision}Unsubscription`,
      () => act('decideUnsubscription', { ...known, decision }),
    ]),
  ]
}

// What License 1.0 makes a license for (识别码).
function needsCode(step, order, { products }) {
  const { generation } = products.find(({ id }) => id === order.product) ?? {}
  return step === 'request' && generation === 'licenseB'
}

async function handIn(known) {
  const field = { name: 'identificationCode', label: labels.identificationCode, type: 'text' }
  const extendParams = await ask(words.acts.request, [field])
  if (extendParams !== undefined)
    await act('supervise', { ...known, step: 'request', extendParams })
}
