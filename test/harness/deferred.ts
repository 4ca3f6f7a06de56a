/** Something that is waited for until the test lets it go on. */
export interface Deferred<Value> {
  readonly passed: Promise<Value>
  open(value: Value): void
  /** Fails for those who wait. */
  fail(error: Error): void
}

export function createDeferred<Value>(): Deferred<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>()
  return { passed: promise, open: resolve, fail: reject }
}
