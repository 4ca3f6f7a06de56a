/** A text in the two languages of the pages. */
export interface Text {
  readonly en: string
  readonly zh: string
}
