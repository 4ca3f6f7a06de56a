import { contentOf } from '../bytes.ts'
import type { Message } from './message.ts'

/** A request as a line for curl that sends the very same bytes; a body that is not UTF-8 is left to a file. */
export function curlLine({ method, target, headers, body }: Message): string {
  const content = contentOf(body)
  const words = [
    ...(method === 'GET' && body.length === 0 ? [] : ['-X', method]),
    quoted(target),
    ...headers.flatMap(([name, value]) => [
      '-H',
      quoted(value === '' ? `${name};` : `${name}: ${value}`),
    ]),
    ...(body.length === 0 ? [] : bodyWords(content)),
  ]
  return `curl ${words.join(' ')}`
}

// --data-raw takes a first @ for what it is.
function bodyWords(content: string | Uint8Array): readonly string[] {
  return typeof content === 'string' ? ['--data-raw', quoted(content)] : ['--data-binary', '@body']
}

function quoted(text: string): string {
  return `'${text.replaceAll(`'`, `'\\''`)}'`
}

/** A request as the parts that `readMessage` takes, for JSON. */
export function messageParts({ method, target, headers, body }: Message) {
  const content = contentOf(body)
  return {
    method,
    url: target,
    headers: Object.fromEntries(headers),
    body: typeof content === 'string' ? content : '',
  }
}
