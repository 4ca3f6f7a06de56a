/** How a call is proved, with the values of a known answer: those of openapi/vectors. */
export type Proof =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'v2-query' | 'kit-v2'; readonly key: string; readonly moment: Moment }
  | { readonly kind: 'v1-query' | 'v1-body'; readonly key: string; readonly text: string }
  | { readonly kind: 'ak-sk'; readonly account: Account }
  | {
      readonly kind: 'usage'
      readonly account: Account
      readonly key: string
      readonly moment: Moment
    }
  | { readonly kind: 'webhook'; readonly secret: string; readonly moment: Moment }

/** What is new in every call. */
export interface Moment {
  readonly timestamp: string
  readonly nonce: string
}

/** An access key pair, and when it signs. */
export interface Account {
  readonly accessKey: string
  readonly secretKey: string
  readonly date: string
}

/** One call of the contract, from which a program in any language is made. */
export interface Sample {
  readonly method: string
  /** With its host, encoded, without the query. */
  readonly address: string
  /** Names and values as they are, sorted by name. */
  readonly query: readonly (readonly [name: string, value: string])[]
  /** Beside those that prove the call. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Its text; the lines of a multipart body end with a line feed here, with CR and LF on the wire. */
  readonly body: string | undefined
  readonly proof: Proof
}

/** A language in which the samples are shown. */
export interface SampleLanguage {
  readonly label: string
  /** What the file of a program is called. */
  readonly file: string
  /** The program, which signs for the present moment. */
  readonly write: (sample: Sample) => string
}

/** The proof of a kind. */
export type ProofOf<Kind extends Proof['kind']> = Extract<Proof, { readonly kind: Kind }>

/** What each kind of proof adds to a program, in lines. */
export type ProofLines = {
  readonly [Kind in Proof['kind']]: (proof: ProofOf<Kind>, sample: Sample) => readonly string[]
}

/** The lines of a proof. */
export function proofLines(lines: ProofLines, sample: Sample): readonly string[] {
  const write = lines[sample.proof.kind] as (proof: Proof, sample: Sample) => readonly string[]
  return write(sample.proof, sample)
}

/** The query as an address has it: encoded as RFC 3986 says, sorted, with its question mark. */
export function queryText({ query }: Sample): string {
  const pairs = query.map((pair) => pair.map(percentEncoded).join('='))
  return pairs.length === 0 ? '' : `?${pairs.sort().join('&')}`
}

/**
 * What of an AK/SK canonical request stands before the call is made: the names of the headers that it
 * covers, and its lines up to the one of the date.
 */
export function canonicalStart(sample: Sample): {
  readonly signedHeaders: string
  readonly lines: readonly string[]
} {
  const { host, pathname } = new URL(sample.address)
  const type = contentTypeOf(sample)
  const covered = type === undefined ? [] : [`content-type:${type}`]
  return {
    signedHeaders: [...covered.map(() => 'content-type'), 'host', 'x-sdk-date'].join(';'),
    lines: [sample.method, `${pathname}/`, queryText(sample).slice(1), ...covered, `host:${host}`],
  }
}

/** The header that the AK/SK signature covers beside `host` and `x-sdk-date`. */
export function contentTypeOf({ headers }: Sample): string | undefined {
  const type = headers.find(([name]) => name === 'content-type')?.[1]
  return type?.startsWith('multipart/') === true ? undefined : type
}

/** Whether the lines of the body end with CR and LF. */
export function isMultipart({ headers }: Sample): boolean {
  return headers.some(([, value]) => value.startsWith('multipart/'))
}

/** The time in a text that V1 signs, sorted and joined as `name=value`; '' where it has none. */
export function timeStampIn(text: string): string {
  return /(?:^|&)timeStamp=([^&]*)/.exec(text)?.[1] ?? ''
}

/** A text between single quotes, for languages that escape with a backslash. */
export function singleQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}

/** The same between double quotes. */
export function doubleQuoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}

function percentEncoded(text: string): string {
  const code = (one: string) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(text).replace(/[!'()*]/g, code)
}
