import { namesSignedWith } from '../../contract/index.ts'
import { Refusal } from '../../domain/refusal.ts'

// The V1 token covers `name=value` pairs joined by `&`, undecoded on purpose: one text, and with it one
// token, fits several lists of parameters. Without the Key a recorded call could be sent again with
// two parameters in one value, or with one parameter's end in its name.

let names: RegExp | undefined

/**
 * Throws Refusal 000001 for parameters whose token would fit others too: a token of another call is
 * no proof of this one, however well it fits.
 */
export function refuseJoined(parameters: Readonly<Record<string, unknown>>): void {
  names ??= new RegExp(`&(?:${[...namesSignedWith(['v1AuthToken', 'kitV1AuthToken'])].join('|')})=`)
  for (const [name, value] of Object.entries(parameters)) {
    if (/[&=]/.test(name)) throw new Refusal('000001', `authToken covers no name like ${name}`)
    const joined = typeof value === 'string' ? names.exec(value)?.[0] : undefined
    if (joined !== undefined) {
      throw new Refusal('000001', `${name} holds ${joined}, so authToken may be of another call`)
    }
  }
}
