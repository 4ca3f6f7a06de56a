import { isUtf8 } from 'node:buffer'
import { createHmac } from 'node:crypto'
import { equalInConstantTime } from './hmac-sha256.ts'
import { type MemberSpan, membersIn } from './json-members.ts'
import { updateUnescaped } from './json-unescape.ts'
import { isBlank, isUsableTimeStamp, v1TextOf } from './v1-auth-token.ts'

/**
 * A body whose V1 token covers its members, so that it must be read before anybody knows who sent it.
 * Read without parsing it: that would cost three times the time and six times the memory of a full
 * list of departments, which anybody can send.
 */
export interface V1RawBody {
  /** Empty when it is missing. */
  readonly timeStamp: string
  /**
   * The accepted key whose token fits, or undefined. Whoever has the key may have sent what is no
   * JSON all the same: what is parsed then is to be verified again.
   */
  findKey(authToken: string, keys: readonly string[]): string | undefined
}

// A text of the store that is longer is no time, and not blank.
const longestParsed = 4096

/** Reads a body; undefined when it is not UTF-8, or no object of the store's form, see membersIn. */
export function readV1RawBody(rawBody: Buffer): V1RawBody | undefined {
  const members = isUtf8(rawBody) ? membersIn(rawBody) : undefined
  if (members === undefined) return undefined
  const texts = [...members].map(([name, span]) => [name, textIn(rawBody, span)] as const)
  const present = texts.filter(([, text]) => typeof text !== 'string' || !isBlank(text))
  const sorted = present.sort(([a], [b]) => (a < b ? -1 : 1))
  const given = new Map(texts).get('timeStamp')
  const timeStamp = typeof given === 'string' ? given : ''
  return {
    timeStamp,
    findKey(authToken, keys) {
      if (!isUsableTimeStamp(timeStamp)) return undefined
      const tokens = tokensOf(
        rawBody,
        sorted,
        keys.map((key) => key + timeStamp),
      )
      return keys.find((_key, index) => equalInConstantTime(tokens[index] ?? '', authToken))
    },
  }
}

/** A short text or what is not text, as the token covers it; of a long text where it stands. */
type Text = string | MemberSpan

function textIn(rawBody: Buffer, span: MemberSpan): Text {
  const { start, end, isText } = span
  if (isText && end - start > longestParsed) return span
  const slice = rawBody.toString('utf8', start, end)
  try {
    return v1TextOf(JSON.parse(isText ? `"${slice}"` : slice))
  } catch {
    // What is not JSON has no text; who has the key is told so when it is parsed.
    return ''
  }
}

// One pass over the bytes, whatever the number of keys.
function tokensOf(
  rawBody: Buffer,
  sorted: readonly (readonly [name: string, text: Text])[],
  keys: readonly string[],
): string[] {
  const hmacs = keys.map((key) => createHmac('sha256', key))
  const update = (part: Buffer | string) => {
    for (const hmac of hmacs) hmac.update(part)
  }
  for (const [index, [name, text]] of sorted.entries()) {
    update(`${index === 0 ? '' : '&'}${name}=`)
    if (typeof text === 'string') update(text)
    else updateUnescaped(rawBody.subarray(text.start, text.end), update)
  }
  return hmacs.map((hmac) => hmac.digest('base64'))
}
