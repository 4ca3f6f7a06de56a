import { utf8 } from '../bytes.ts'
import { type Message, type Pair, type Problem, problem } from './message.ts'
import { shellWords } from './shell-words.ts'

/** What the options of a curl line say so far. */
interface Draft {
  readonly method?: string
  readonly url?: string
  readonly headers: readonly Pair[]
  readonly data: readonly string[]
  /** True where the data belongs into the query. */
  readonly isQuery?: true
  readonly problem?: Problem
}

type Take = (draft: Draft, value: string) => Draft

const method: Take = (draft, value) => ({ ...draft, method: value })
const url: Take = (draft, value) => ({ ...draft, url: value })
const nothing: Take = (draft) => draft
const header: Take = (draft, value) => {
  const [, name = '', text] = /^([^:;]+)(?:[:;]\s*([^]*))?$/.exec(value) ?? []
  return { ...draft, headers: [...draft.headers, [name.trim(), (text ?? '').trim()]] }
}
const named =
  (name: string): Take =>
  (draft, value) =>
    header(draft, `${name}: ${value}`)
const data: Take = (draft, value) =>
  value.startsWith('@') ? { ...draft, problem: inFile(value.slice(1)) } : raw(draft, value)
const raw: Take = (draft, value) => ({ ...draft, data: [...draft.data, value] })
const encoded: Take = (draft, value) => {
  const [, name = '', text = ''] = /^([^=]*=)?([^]*)$/.exec(value) ?? []
  return raw(draft, (name === '=' ? '' : name) + encodeURIComponent(text))
}
const json: Take = (draft, value) =>
  [named('Content-Type'), named('Accept')].reduce<Draft>(
    (one, take) => take(one, 'application/json'),
    data(draft, value),
  )
const form: Take = (draft) => ({
  ...draft,
  problem: problem(
    'curl makes the bytes of -F itself, with a boundary that the line does not show: give the request as raw HTTP',
    '-F 的字节由 curl 自行生成，命令行里看不到分隔符：请改为粘贴原始 HTTP 请求',
  ),
})

// Those with a value; the rest of curl's options are switches.
const options: Readonly<Record<string, Take>> = {
  ...{ '-X': method, '--request': method, '--url': url },
  ...{ '-H': header, '--header': header },
  ...{ '-A': named('User-Agent'), '--user-agent': named('User-Agent') },
  ...{ '-e': named('Referer'), '--referer': named('Referer') },
  ...{ '-b': named('Cookie'), '--cookie': named('Cookie') },
  ...{ '-d': data, '--data': data, '--data-ascii': data, '--data-binary': data },
  ...{ '--data-raw': raw, '--data-urlencode': encoded, '--json': json },
  ...{ '-F': form, '--form': form, '--form-string': form },
  ...Object.fromEntries(
    ['-o', '--output', '-u', '--user', '-m', '--max-time', '--connect-timeout', '-x', '--proxy']
      .concat(['--resolve', '--cacert', '--cert', '-E', '--key', '--retry', '-w', '--write-out'])
      .concat(['--interface', '-D', '--dump-header', '-c', '--cookie-jar', '--connect-to'])
      .map((name) => [name, nothing]),
  ),
}
const isQuery = new Set(['-G', '--get'])

/** The request of a line for curl. */
export function readCurl(line: string): Message | Problem {
  const words = shellWords(line.trim())
  if (words === undefined) {
    return problem('A quote of the curl line is not closed', 'curl 命令行里有引号没有闭合')
  }
  return messageOf(words.slice(1))
}

function messageOf(words: readonly string[]): Message | Problem {
  let draft: Draft = { headers: [], data: [] }
  for (let at = 0; at < words.length; at++) {
    const [word = '', next = ''] = words.slice(at, at + 2)
    const { take, value, isApart } = optionOf(word, next)
    draft = isQuery.has(word) ? { ...draft, isQuery: true } : take(draft, value)
    if (isApart) at++
  }
  if (draft.problem) return draft.problem
  if (draft.url === undefined) {
    return problem('The curl line has no address', 'curl 命令行里没有地址')
  }
  return requestOf(draft, draft.url)
}

function optionOf(word: string, next: string) {
  if (!word.startsWith('-')) return { take: url, value: word, isApart: false }
  const [, long = '', given] = /^(--[\w-]+)=([^]*)$/.exec(word) ?? []
  const joined = options[long]
  if (joined && given !== undefined) return { take: joined, value: given, isApart: false }
  const whole = options[word]
  if (whole) return { take: whole, value: next, isApart: true }
  // The value of a short option may follow at once: -XPOST.
  const short = word.startsWith('--') ? undefined : options[word.slice(0, 2)]
  return { take: short ?? nothing, value: word.slice(2), isApart: false }
}

function requestOf(draft: Draft, address: string): Message {
  const text = draft.data.join('&')
  const target = draft.isQuery && text !== '' ? `${address}${mark(address)}${text}` : address
  const body = draft.isQuery ? '' : text
  const method = draft.method ?? (draft.data.length > 0 && !draft.isQuery ? 'POST' : 'GET')
  return { kind: 'request', method, target, headers: draft.headers, body: utf8(body) }
}

function mark(address: string): string {
  return address.includes('?') ? '&' : '?'
}

function inFile(name: string): Problem {
  return problem(
    `The body is in the file ${name}, which the line does not show: put its content in the place of @${name}`,
    `正文在文件 ${name} 里，命令行里看不到：请把 @${name} 换成文件内容`,
  )
}
