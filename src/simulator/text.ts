/** A text in the two languages of the console. */
export interface Text {
  readonly en: string
  readonly zh: string
}
