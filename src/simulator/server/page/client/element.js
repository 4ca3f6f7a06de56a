/**
 * Makes an element. Functions are listeners, texts are text nodes: nothing is ever read as HTML.
 * `key` names what can be focused, so that the focus comes back after the page is drawn anew.
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(attribute, value)
    else if (attribute === 'key') element.dataset.key = value
    else element.setAttribute(attribute, value === true ? '' : value)
  }
  element.append(
    ...children.flat(2).filter((child) => child !== undefined && child !== null && child !== false),
  )
  return element
}

/** A button that does something at once. */
export function button(label, act, more = {}) {
  return h('button', { type: 'button', key: label, click: act, ...more }, label)
}

/**
 * A table with a name for each column; on a phone each row is a card, whose cells bear those names. A row
 * is a list of cells; one cell more than there are columns is shown below the row, over its whole width.
 */
export function table(caption, columns, rows) {
  const head = columns.map((name) => h('th', { scope: 'col' }, name))
  return h(
    'table',
    {},
    h('caption', { class: 'hidden' }, caption),
    h('thead', {}, h('tr', {}, head)),
    h(
      'tbody',
      {},
      rows.map((cells) => rowsOf(cells, columns)),
    ),
  )
}

function rowsOf(cells, columns) {
  const own = columns.map((name, at) => h('td', { 'data-name': name }, cells[at]))
  const below = cells[columns.length]
  return [
    h('tr', {}, own),
    below && h('tr', { class: 'below' }, h('td', { colspan: String(columns.length) }, below)),
  ]
}

/** A word with a colour that says how good it is; the word itself says it too. */
export function badge(word, tone) {
  return h('span', { class: `badge ${tone}` }, word)
}

/** Draws a part anew, with the focus where it was. */
export function redraw(part, ...children) {
  const key = part.contains(document.activeElement) && document.activeElement.dataset.key
  part.replaceChildren(...children)
  if (key) part.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
}

/** A moment as people read it, UTC. */
export function time(iso) {
  return iso === null ? '–' : iso.replace('T', ' ').slice(0, 19)
}
