import { contentOf } from './bytes.ts'
import { membersOf } from './json-text.ts'
import { type Message, headerOf } from './message/message.ts'
import type { Text } from './text.ts'

/** What is odd about a body that is signed. */
export function bodyNotes(message: Message): readonly Text[] {
  const { body } = message
  const said = headerOf(message, 'content-length')
  const content = contentOf(body)
  const notes: (Text | false)[] = [
    said !== undefined &&
      Number(said) !== body.length && {
        en: `Content-Length says ${said}, and the body has ${body.length} bytes: it was changed on its way, or not pasted whole`,
        zh: `Content-Length 是 ${said}，而正文有 ${body.length} 字节：正文在途中被改动过，或者没有粘贴完整`,
      },
    typeof content !== 'string' && {
      en: 'The body is not UTF-8',
      zh: '正文不是 UTF-8',
    },
    body.length > 0 &&
      typeof content === 'string' &&
      membersOf(content) === undefined && {
        en: 'The body is not a JSON object',
        zh: '正文不是 JSON 对象',
      },
  ]
  return notes.filter((note) => note !== false)
}

/** What is odd about a time in milliseconds. */
export function timestampNotes(name: string, value: string): readonly Text[] {
  if (/^\d{13}$/.test(value)) return []
  if (/^\d{10}$/.test(value)) {
    return [
      {
        en: `${name} has 10 digits: seconds. The store's samples have milliseconds, 13 digits`,
        zh: `${name} 是 10 位数字，即秒；云商店的示例是 13 位的毫秒`,
      },
    ]
  }
  return [
    {
      en: `${name} is “${value}”: it should be milliseconds since 1970, 13 digits`,
      zh: `${name} 是“${value}”：应当是 1970 年以来的毫秒数，13 位数字`,
    },
  ]
}
