import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { KoogateSchemas } from '../../client.ts'
import { useStrings } from '../strings/strings.ts'

export type Scope = KoogateSchemas['Scope']

export type Session = KoogateSchemas['Session']

/** The session; pages are shown within one only. */
export const useSession = (): Session => useContext(SessionContext)
export const SessionContext = createContext({} as Session)

/** Why this session may not do it, in words for the button's title; undefined when it may. */
export function useDisabledReason(scope: Scope): string | undefined {
  const { scopes } = useSession()
  const { ui } = useStrings()
  return scopes.includes(scope) ? undefined : ui.needsScope(scope)
}
