import { h } from './element.js'
import { words } from './words.js'

/**
 * Asks for values in a dialog; undefined if it is left. A field has a name, a label and a type: a kind of
 * input, or a list of `[value, label]` to choose from.
 */
export function ask(title, fields, warning) {
  const inputs = fields.map((field) => ({ ...field, input: inputOf(field) }))
  const refuse = () => dialog.close()
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', { id: 'dialog-title' }, title),
    warning && h('p', { class: 'warning' }, warning),
    inputs.map(labelled),
    h(
      'p',
      { class: 'buttons' },
      h('button', { type: 'submit', value: 'go', class: 'main' }, words.go),
      h('button', { type: 'button', click: refuse }, words.leave),
    ),
  )
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' }, form)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      const isGiven = dialog.returnValue === 'go'
      resolve(isGiven ? valuesOf(inputs) : undefined)
    })
  })
}

function inputOf({ name, type, value, required = true, min, max }) {
  if (Array.isArray(type)) {
    const options = type.map(([id, label]) =>
      h('option', { value: id, selected: id === value }, label),
    )
    return h('select', { name }, options)
  }
  const bounds = { min, max, value, required: required && type !== 'checkbox' }
  if (type === 'checkbox') return h('input', { name, type, checked: value === true })
  return h('input', { name, type, ...bounds, autocomplete: 'off' })
}

function labelled({ label, type, input }) {
  return type === 'checkbox'
    ? h('label', { class: 'tick' }, input, label)
    : h('label', {}, label, input)
}

function valuesOf(inputs) {
  const given = inputs.map(({ name, type, input }) => [name, valueOf(type, input)])
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

function valueOf(type, input) {
  if (type === 'checkbox') return input.checked
  return type === 'number' && input.value !== '' ? Number(input.value) : input.value
}
