// What Redocly hands to a rule, as far as it is read here.
interface Context {
  readonly location: { readonly child: (name: readonly string[]) => unknown }
  readonly report: (problem: { message: string; location: unknown }) => void
}

interface Operation {
  readonly operationId?: string
  readonly security?: unknown
}

const open = JSON.stringify([])
const sentByKoogate = JSON.stringify([{ webhookSignature: [] }])
const byTokenAlone = /^\[\{"managementToken":\["(read|operate|usage|personal|admin)"\]\}\]$/
const byBoth = /^\[\{"managementToken":\["(\w+)"\]\},\{"managementSession":\["\1"\]\}\]$/

// What a product calls, and no person in a browser.
const ofProducts = new Set(['reportUsage', 'exchangeSsoCode', 'refreshSsoSession'])
// By any token, and by any session, whatever their scopes.
const ofSessions = new Map([
  ['createSession', JSON.stringify([{ managementToken: [] }])],
  ['getSession', JSON.stringify([{ managementSession: [] }])],
  ['deleteSession', JSON.stringify([{ managementSession: [] }])],
])

/**
 * Every operation of the management contract names the one scope that it needs, of a token and of a
 * session alike, or says with an empty list that it asks for no token: what is forgotten would be open
 * to every token, or shut to the console. What Koogate itself sends is signed.
 */
export const managementCallNamesItsScope = () => ({
  Operation({ operationId = '', security }: Operation, { location, report }: Context) {
    const named = JSON.stringify(security)
    if (named === open || named === sentByKoogate) return
    if (security !== undefined && namesScope(operationId, named)) return
    report({
      message:
        'An operation names the scope that it needs: security: [{ managementToken: [read] }, { managementSession: [read] }], or operate, usage, personal, admin; [] if it needs no token.',
      location: security === undefined ? location : location.child(['security']),
    })
  },
})

function namesScope(operationId: string, named: string): boolean {
  const ofSession = ofSessions.get(operationId)
  if (ofSession !== undefined) return named === ofSession
  if (ofProducts.has(operationId)) return byTokenAlone.test(named)
  const [, scope = ''] = byBoth.exec(named) ?? []
  return ['read', 'operate', 'usage', 'personal', 'admin'].includes(scope)
}
