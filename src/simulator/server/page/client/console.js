import { call } from './api.js'
import { ask } from './ask.js'
import { badge, button, h, table, time } from './element.js'
import { say, tell } from './say.js'
import { inWords, named, words } from './words.js'

const { columns, acts, colon, fields: labels } = words

/** The registered addresses with their keys, and what the console warns of. */
export function addresses(store) {
  const rows = store.addresses.map((one) => [
    one.origin,
    h(
      'ul',
      {},
      one.keys.map(({ type, fingerprint }) =>
        h('li', {}, `${named('keyTypes', type)}${colon}`, h('code', {}, fingerprint)),
      ),
    ),
    one.warnings.map((warning) => h('p', { class: 'warning' }, inWords(warning))),
    button(acts.bindKey, () => bindKey(one), { key: `key ${one.id}` }),
  ])
  return [
    h('p', { class: 'buttons' }, button(acts.register, register)),
    table(
      words.parts.addresses,
      [columns.domain, columns.keys, columns.warnings, columns.does],
      rows,
    ),
  ]
}

async function register() {
  const given = await ask(acts.register, [
    { name: 'origin', label: labels.origin, type: 'url', value: 'http://localhost:8080' },
  ])
  if (given !== undefined) await tell(() => call('POST', 'addresses', given))
}

async function bindKey({ id }) {
  const given = await ask(
    acts.bindKey,
    [
      { name: 'type', label: labels.keyType, type: Object.entries(words.keyTypes) },
      { name: 'accessKey', label: labels.accessKey, type: 'text', required: false },
    ],
    words.keyWarning,
  )
  if (given === undefined) return
  const { type, ...key } = given
  const path = `addresses/${encodeURIComponent(id)}/keys/${type}`
  const bound = await tell(() => call('PUT', path, key))
  if (bound === undefined) return
  const { accessKey, warnings } = bound
  const told = warnings.map((warning) => h('p', {}, inWords(warning)))
  const shown =
    accessKey === undefined ? [] : [h('p', {}, `${words.newKey} `, h('code', {}, accessKey))]
  say(words.done, warnings.length > 0 ? 'warning' : 'good', ...shown, ...told)
}

/** The faults, each with how long it is played. */
export function faults(store) {
  const rows = store.faults.map(({ fault, left }) => [
    h('span', {}, named('faults', fault), ' ', h('code', {}, fault)),
    leftOf(left),
    h('span', { class: 'buttons' }, switchesOf(fault)),
  ])
  return [table(words.parts.faults, [columns.fault, columns.left, columns.does], rows)]
}

function leftOf(left) {
  if (left === 0) return words.left.off
  return badge(left === null ? words.left.always : words.calls(left), 'bad')
}

function switchesOf(fault) {
  const set = (left) => () =>
    tell(() => call('PUT', `faults/${encodeURIComponent(fault)}`, { left }))
  const one = (name, left) => button(acts[name], set(left), { key: `${fault} ${name}` })
  return [one('once', 1), one('ten', 10), one('always', null), one('off', 0)]
}

/** What the seller reported as used. */
export function usage({ usage: book }) {
  const taken = book.taken.map(({ instanceId, begin, end, value }) => [
    instanceId,
    begin,
    end,
    value,
  ])
  const calls = book.calls.map(({ form, records, answer }) => [form, String(records), answer])
  return [
    h(
      'p',
      {},
      `${words.taken}${colon}${book.takenCount} · ${words.repeats}${colon}${book.repeats}`,
    ),
    taken.length > 0 &&
      table(words.taken, [columns.instance, columns.from, columns.until, columns.value], taken),
    h('h3', {}, words.pushes),
    calls.length === 0
      ? h('p', {}, words.none)
      : table(words.pushes, [columns.call, columns.records, columns.answer], calls),
  ]
}

/** What the store told. */
export function notices(store) {
  if (store.notices.length === 0) return [h('p', {}, words.none)]
  const rows = store.notices.map(({ at, to, text }) => [
    time(at),
    named('states', to),
    inWords(text),
  ])
  return [table(words.parts.notices, [columns.time, columns.to, columns.text], rows)]
}
