import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { KoogateSchemas } from '../../client.ts'
import { useStrings } from '../strings/strings.ts'

export type Scope = KoogateSchemas['Scope']

/** Who is signed in, by which token, and what it may do. */
export interface Session {
  readonly tokenId: string | null
  readonly tokenName: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: string
  /** Every change asks for a reason. */
  readonly reasonRequired: boolean
}

/** The session; pages are shown within one only. */
export const useSession = (): Session => useContext(SessionContext)
export const SessionContext = createContext({} as Session)

/** Why this session may not do it, in words for the button's title; undefined when it may. */
export function useDisabledReason(scope: Scope): string | undefined {
  const { scopes } = useSession()
  const { ui } = useStrings()
  return scopes.includes(scope) ? undefined : ui.needsScope(scope)
}
