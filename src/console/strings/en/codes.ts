/** Words for codes of the contract that several pages show. */
export const codes: Readonly<Record<string, string>> = {
  open: 'Open',
  cleared: 'Cleared',
}
