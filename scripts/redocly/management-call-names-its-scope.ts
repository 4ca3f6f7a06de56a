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
const scoped = /^\[\{"managementToken":\["(read|operate|usage|personal|admin)"\]\}\]$/

/**
 * Every operation of the management contract names the one scope that it needs, or says with an empty
 * list that it asks for no token: what is forgotten would be open to every token. What Koogate itself
 * sends is signed.
 */
export const managementCallNamesItsScope = () => ({
  Operation({ security }: Operation, { location, report }: Context) {
    const named = JSON.stringify(security)
    if (named === open || named === sentByKoogate) return
    if (security !== undefined && scoped.test(named)) return
    report({
      message:
        'An operation names the scope that it needs: security: [{ managementToken: [read] }], or operate, usage, personal, admin; [] if it needs no token.',
      location: security === undefined ? location : location.child(['security']),
    })
  },
})
