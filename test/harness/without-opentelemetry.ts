// Handed to a process by --import: whoever loads the SDK of OpenTelemetry fails. Its API alone, which
// does nothing, is asked for by prom-client.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (/^@opentelemetry\/(?!api$)/.test(specifier)) throw new Error(`${specifier} is loaded`)
    return nextResolve(specifier, context)
  },
})
