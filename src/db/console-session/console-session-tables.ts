/** A session of a person in a browser; of its cookie only the hash is kept. */
export interface ConsoleSessionTable {
  /** SHA-256 in hex. */
  hash: string
  /** Of the token that it was made of; null for the token of the settings. */
  token_id: string | null
  /** Keyed hash of the token of the settings, for a session of that one. */
  settings_mark: string | null
  created_at: Date
  /** To a minute: a row that every request writes would make them wait for each other. */
  last_used_at: Date
  /** At the latest. */
  ends_at: Date
}
