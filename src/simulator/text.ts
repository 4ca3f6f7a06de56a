/** A text in the two languages that the store and its sellers read. */
export interface Text {
  readonly en: string
  readonly zh: string
}
