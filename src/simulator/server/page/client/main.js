import { call, save, watch } from './api.js'
import { ask } from './ask.js'
import { enterprises, products } from './catalogue.js'
import { addresses, faults, notices, usage } from './console.js'
import { button, h, redraw, time } from './element.js'
import { onOpen } from './open.js'
import { instances, messages, orders } from './sales.js'
import { say, tell } from './say.js'
import { named, words } from './words.js'

const parts = {
  products,
  instances,
  orders,
  messages,
  enterprises,
  addresses,
  faults,
  usage,
  notices,
}
const at = (selector) => document.querySelector(selector)
let store

function chosen() {
  const name = location.hash.slice(1)
  return Object.hasOwn(parts, name) ? name : 'products'
}

function draw() {
  if (store === undefined) return
  const name = chosen()
  for (const link of at('nav').querySelectorAll('a')) {
    const isHere = link.hash === `#${name}`
    if (isHere) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
    link.querySelector('.count').textContent = String(countOf(link.hash.slice(1)))
  }
  at('#part-title').textContent = words.parts[name]
  redraw(at('#part'), ...parts[name](store).flat().filter(Boolean))
  drawClock()
}

// Of faults those that are on, of usage all that was taken.
function countOf(name) {
  if (name === 'faults') return store.faults.filter(({ left }) => left !== 0).length
  return name === 'usage' ? store.usage.takenCount : store[name].length
}

// A running clock is drawn on between two changes of the store.
let drawnAt = 0
function drawNow() {
  if (store === undefined) return
  const { now, running } = store.clock
  const passed = running ? Date.now() - drawnAt : 0
  at('#now').textContent = `${time(new Date(Date.parse(now) + passed).toISOString())} ${words.utc}`
}

function drawClock() {
  const { next, running } = store.clock
  const due =
    next === null
      ? words.nothingDue
      : `${time(next.at)} · ${named('timers', next.kind)} ${next.subject}`
  at('#next').textContent = words.next + words.colon + due
  runButton.textContent = running ? words.clock.stop : words.clock.run
  drawNow()
}

async function jump(how) {
  const step = how === 'nextTimer' ? { to: how } : { by: how }
  const clock = await tell(() => call('POST', 'clock/advance', step))
  if (clock !== undefined) say(`${words.jumped} ${time(clock.now)} ${words.utc}`)
}

async function reset() {
  const isWanted = await ask(words.acts.reset, [], words.resetWarning)
  if (isWanted !== undefined) await tell(() => call('DELETE', 'state'))
}

const runButton = button(words.clock.run, () =>
  tell(() => call('PUT', 'clock', { running: !store.clock.running })),
)
const jumps = Object.entries(words.jumps).map(([how, label]) => button(label, () => jump(how)))
at('#jumps').append(...jumps, runButton)
setInterval(drawNow, 1000)
at('nav').append(
  ...Object.keys(parts).map((name) =>
    h('a', { href: `#${name}` }, words.parts[name], h('span', { class: 'count' })),
  ),
)
at('#whole').append(
  button(words.acts.download, () => tell(() => save('state', 'koogate-store.json'))),
  button(words.acts.reset, reset),
)
addEventListener('hashchange', draw)
onOpen(draw)
await watch(
  (view) => {
    store = view
    drawnAt = Date.now()
    draw()
  },
  (error) => say(error.message, 'bad'),
)
