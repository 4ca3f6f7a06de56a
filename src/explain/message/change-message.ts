import type { Message, Pair } from './message.ts'

/** A message with parameters at the end of its query, but those that it has. */
export function withParameters(message: Message, pairs: readonly Pair[]): Message {
  const { target } = message
  const present = new Set(new URLSearchParams(target.split('?').slice(1).join('?')).keys())
  const missing = pairs.filter(([name]) => !present.has(name))
  const query = missing.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  if (query === '') return message
  return { ...message, target: `${target}${target.includes('?') ? '&' : '?'}${query}` }
}

/** A message with a header in the place of those of the same name. */
export function withHeader(message: Message, name: string, value: string): Message {
  const others = message.headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase())
  return { ...message, headers: [...others, [name, value]] }
}

/** A message with a header, unless it has one of that name. */
export function withDefault(message: Message, name: string, value: string): Message {
  const isThere = message.headers.some(([one]) => one.toLowerCase() === name.toLowerCase())
  return isThere ? message : withHeader(message, name, value)
}

/** A message without a parameter of its query. */
export function withoutParameter(message: Message, name: string): Message {
  const [address = '', query = ''] = message.target.split('?', 2)
  const rest = query.split('&').filter((pair) => pair !== name && !pair.startsWith(`${name}=`))
  return { ...message, target: rest.join('') === '' ? address : `${address}?${rest.join('&')}` }
}
