// The page of signatures: what is typed here is explained here, and goes nowhere.
import { type Question, explain } from '../../src/explain/explain.ts'
import type { NamedKey } from '../../src/explain/mistakes/key.ts'
import { schemeIds } from '../../src/explain/scheme.ts'
import { schemes } from '../../src/explain/schemes/schemes.ts'
import type { Text } from '../../src/explain/text.ts'
import { type Say, element, resultOf } from './explain-result.ts'
import { example, words } from './explain-words.ts'

const say: Say = (text) => text[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en']

const place = document.querySelector('.explain')
if (place) begin(place)

function begin(place: Element): void {
  const request = element('textarea', { rows: '9', wrap: 'off', ...quiet })
  const scheme = element('select', {}, ...schemeOptions())
  const key = element('input', { type: 'text', ...quiet })
  const others = element('textarea', { rows: '2', wrap: 'off', ...quiet })
  const received = element('input', { type: 'text', ...quiet })
  const result = element('div', { class: 'result', role: 'status' })
  const form = element(
    'form',
    {},
    field(request, words.request, words.requestHint),
    field(key, words.key, words.keyHint),
    field(scheme, words.scheme),
    field(received, words.received, words.receivedHint),
    field(others, words.others, words.othersHint),
    element(
      'p',
      { class: 'actions' },
      element('button', { type: 'submit' }, say(words.explain)),
      ...[
        button(words.example, () => {
          request.value = example.request
          key.value = example.key
          form.requestSubmit()
        }),
        button(words.clear, () => {
          form.reset()
          result.replaceChildren()
        }),
      ],
    ),
    element('p', { class: 'local' }, say(words.local)),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const chosen = schemeIds.find((id) => id === scheme.value)
    const question: Question = {
      message: request.value,
      keys: [{ name: say(words.key), key: key.value }, ...keysIn(others.value)],
      ...(chosen && { scheme: chosen }),
      ...(received.value.trim() !== '' && { received: received.value }),
    }
    show(question, result)
  })
  place.replaceChildren(form, result)
}

// Nobody else is to remember a key, or to correct it.
const quiet = { autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' } as const

function show(question: Question, result: HTMLElement): void {
  const answer = explain(question)
  const parts =
    answer.kind === 'problem'
      ? [element('div', { class: 'verdict problem' }, say(answer.text))]
      : resultOf(answer, say)
  result.replaceChildren(...parts)
}

function schemeOptions(): readonly HTMLElement[] {
  const all = schemeIds.map((id) => element('option', { value: id }, say(schemes[id].title)))
  return [element('option', { value: '' }, say(words.auto)), ...all]
}

function field(control: HTMLElement, name: Text, hint?: Text): HTMLElement {
  const lines = hint ? [element('small', {}, say(hint))] : []
  return element('label', {}, element('span', {}, say(name)), ...lines, control)
}

function button(name: Text, act: () => void): HTMLElement {
  const one = element('button', { type: 'button', class: 'second' }, say(name))
  one.addEventListener('click', act)
  return one
}

// A line is a key, or its name and the key.
function keysIn(text: string): readonly NamedKey[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const [, name, key] = /^([^=]{1,40})=([^=].*)$/.exec(line) ?? []
      return { name: name?.trim() ?? `#${at + 1}`, key: (key ?? line).trim() }
    })
}
