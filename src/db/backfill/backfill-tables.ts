/** Work that visits every row once. */
export interface BackfillTable {
  name: string
  /** The last key that was visited; empty before the first. */
  position: string
  created_at: Date
}
