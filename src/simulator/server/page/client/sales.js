import { call } from './api.js'
import { doesOf, doesOfOrder } from './does.js'
import { badge, button, h, table, time } from './element.js'
import { open, isOpen } from './open.js'
import { tell } from './say.js'
import { inWords, named, words } from './words.js'

const { columns, acts } = words
const good = ['ACTIVE', 'completed', 'SUCCESS']
const bad = ['FROZEN', 'RELEASED', 'FAILED', 'refunded', 'STOPPED', 'RETRYING', 'cancelled']

/** A state in its colour. */
export function state(word) {
  const tone = good.includes(word) ? 'good' : bad.includes(word) ? 'bad' : 'plain'
  return badge(named('states', word), tone)
}

function nameOf(id, { products }) {
  return products.find((one) => one.id === id)?.name ?? id
}

function buttonsOf(does, id) {
  return does.map(([action, carryOut]) =>
    button(acts[action], carryOut, { key: `${action} ${id}` }),
  )
}

/** The instances; one that is shown has its actions and what happened to it. */
export function instances(store) {
  if (store.instances.length === 0) return [h('p', {}, words.none)]
  const rows = store.instances.map((one) => [
    h('span', {}, one.instanceId ?? one.id),
    nameOf(one.product, store),
    String(one.quantity),
    state(one.status),
    time(one.expireTime),
    toggle(`instance ${one.id}`),
    isOpen(`instance ${one.id}`) && instance(one, store),
  ])
  const names = [columns.instance, columns.product, columns.quantity, columns.state]
  return [table(words.parts.instances, [...names, columns.expires, columns.does], rows)]
}

/** A button that shows or hides something. */
function toggle(key) {
  const shown = isOpen(key)
  const label = shown ? acts.hide : acts.show
  return button(label, () => open(key, !shown), { key, 'aria-expanded': String(shown) })
}

function instance(one, store) {
  const rows = one.timeline.map(({ at, what, state: how, orderId, message }) => [
    time(at),
    orderId === null ? what : named('purposes', what),
    state(how),
    orderId ?? message ?? '',
  ])
  const names = [columns.time, columns.call, columns.state, columns.order]
  return h(
    'section',
    { class: 'card' },
    h('h3', {}, `${words.timeline} ${one.instanceId ?? one.id}`),
    h('p', { class: 'small' }, one.url, one.license === null ? '' : ` · ${one.license}`),
    h('p', { class: 'buttons' }, buttonsOf(doesOf(one, store), one.id)),
    table(words.timeline, names, rows),
  )
}

/** The orders, with what can be done about each. */
export function orders(store) {
  if (store.orders.length === 0) return [h('p', {}, words.none)]
  const rows = store.orders.map((one) => [
    one.orderId,
    named('purposes', one.purpose),
    nameOf(one.product, store),
    String(one.quantity),
    String(one.amount),
    time(one.placedAt),
    h('span', {}, state(one.state), ' ', stepOf(one)),
    h('span', { class: 'buttons' }, buttonsOf(doesOfOrder(one, store), one.orderId)),
  ])
  const names = [columns.order, columns.purpose, columns.product, columns.quantity]
  return [
    table(
      words.parts.orders,
      [...names, columns.amount, columns.placed, columns.state, columns.does],
      rows,
    ),
  ]
}

function stepOf({ supervision, unsubscription }) {
  return [supervision, unsubscription]
    .filter((word) => word !== null)
    .map((word) => named('nodes', word))
    .join(', ')
}

/** The calls on the seller; one that is shown has what was sent and answered. */
export function messages(store) {
  if (store.messages.length === 0) return [h('p', {}, words.none)]
  const rows = store.messages.map((one) => [
    time(one.attempts.at(-1)?.at ?? one.createdAt),
    `${one.activity} (${one.generation})`,
    one.orderId ?? instanceOf(one, store) ?? nameOf(one.product, store),
    state(one.state),
    inWords(one.exception),
    h('span', { class: 'buttons' }, restartOf(one), toggle(`message ${one.id}`)),
    isOpen(`message ${one.id}`) && message(one),
  ])
  const names = [columns.time, columns.call, columns.order, columns.state, columns.exception]
  return [table(words.parts.messages, [...names, columns.does], rows)]
}

function instanceOf({ instance }, { instances: all }) {
  return all.find(({ id }) => id === instance)?.instanceId ?? instance
}

function restartOf({ id, state: how }) {
  if (how === 'SUCCESS' || how === 'CALLING') return undefined
  const restart = () => tell(() => call('POST', `messages/${encodeURIComponent(id)}/restart`))
  return button(acts.restart, restart, { key: `restart ${id}` })
}

function message({ activity, attempts }) {
  const [last] = attempts
  return h(
    'section',
    { class: 'card' },
    h('h3', {}, columns.attempts + words.colon + activity),
    last && [
      h('h4', {}, words.sent),
      h('pre', { tabindex: '0' }, `${last.method} ${last.url}\n\n${last.body ?? ''}`),
      h('h4', {}, words.answered),
      h('pre', { tabindex: '0' }, answerOf(last)),
    ],
  )
}

function answerOf({ status, answer, milliseconds }) {
  return status === null
    ? `${words.noAnswer} (${milliseconds} ms)`
    : `HTTP ${status} (${milliseconds} ms)\n\n${answer ?? ''}`
}
