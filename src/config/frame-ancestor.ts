// A host source of CSP, without what would allow everybody or end the directive.
const frameAncestor = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i

/** Whether a text is an origin that a page may be framed by, its host perhaps with `*.` before it. */
export function isFrameAncestor(text: string): boolean {
  return frameAncestor.test(text)
}
