/** A request as it goes out. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST'
  /** With the signature in its query, where the generation carries it there. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Signs the members of a call for an address, with the time and nonce of now where there is one. */
export type Sign = (address: URL, key: string, members: object) => SignedRequest
