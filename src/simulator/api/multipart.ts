/** One part of a multipart form. */
export interface FormPart {
  readonly name: string
  readonly fileName: string | undefined
  readonly type: string
  readonly bytes: Buffer
}

/**
 * Reads a body of multipart/form-data (RFC 7578) whose parts are sent as they are; undefined for any
 * other. Strict, so that a form that is put together wrongly shows.
 */
export function readForm(contentType: string, body: Buffer): readonly FormPart[] | undefined {
  const boundary = /^multipart\/form-data; ?boundary=([\w'()+,./:=?-]{1,70})$/.exec(
    contentType,
  )?.[1]
  if (boundary === undefined) return undefined
  // In latin1 a character is a byte.
  const sections = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`)
  const [before, ...parts] = sections
  const end = parts.pop()
  if (before !== '' || end !== '--\r\n') return undefined
  const read = parts.map(readPart)
  return read.every((part) => part !== undefined) ? read : undefined
}

function readPart(section: string): FormPart | undefined {
  const [, head, content] = /^\r\n([^]*?)\r\n\r\n([^]*)$/.exec(section) ?? []
  if (head === undefined || content === undefined) return undefined
  const headers = Buffer.from(head, 'latin1').toString()
  const disposition = /^content-disposition: form-data; (.*)$/im.exec(headers)?.[1] ?? ''
  const name = /(?:^|; )name="([^"]*)"/.exec(disposition)?.[1]
  if (name === undefined) return undefined
  return {
    name,
    fileName: /(?:^|; )filename="([^"]*)"/.exec(disposition)?.[1],
    type: /^content-type: ?(.*)$/im.exec(headers)?.[1]?.trim() ?? '',
    bytes: Buffer.from(content, 'latin1'),
  }
}
