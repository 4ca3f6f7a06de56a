import type { ComponentChildren } from 'preact'

/** What is shown, or that there is nothing: an empty cell has no height, and its head none to stand beside. */
export const orDash = (value: ComponentChildren): ComponentChildren =>
  value === null || value === undefined || value === '' ? '–' : value
