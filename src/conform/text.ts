/** A text in the two languages of the reports. */
export interface Text {
  readonly en: string
  readonly zh: string
}
