import { hash } from 'node:crypto'

/** Names a key without showing it: the first 8 bytes of its SHA-256, as 16 hex digits. */
export function fingerprint(key: string): string {
  return hash('sha256', key, 'hex').slice(0, 16)
}
