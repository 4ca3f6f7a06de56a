const mebibyte = 1024 * 1024

/** What all callers together may take, whoever they are. */
export interface Limits {
  /** Connections at once; further ones are closed as they come. */
  readonly connections: number
  /** How long a head, and a whole request, may take to come in, in milliseconds. */
  readonly headMs: number
  readonly requestMs: number
  /** How often that is looked at, in milliseconds. */
  readonly checkMs: number
  /** Bytes of all bodies that are being received, beside the first 16 KiB of each. */
  readonly bodyBytes: number
}

export const defaultLimits: Limits = {
  connections: 1_000,
  headMs: 10_000,
  // The store itself waits 20 s, for a full list of departments too.
  requestMs: 20_000,
  checkMs: 1_000,
  // Six full lists of departments.
  bodyBytes: 64 * mebibyte,
}
