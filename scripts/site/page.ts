/** A page of the site as Markdown. */
export interface Page {
  /** Below the root of the site, without its ending. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly body: string
  /** What else Starlight is told of it. */
  readonly options?: Readonly<Record<string, unknown>>
}

/** The page as a file: its front matter, in JSON, which is YAML too, and its text. */
export function fileOf({ title, description, body, options = {} }: Page): string {
  const front = { title, description, ...options }
  return `---\n${JSON.stringify(front)}\n---\n\n${body}\n`
}
