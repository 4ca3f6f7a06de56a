import { retrySchema } from '../../src/contract/retry.ts'

// What Redocly hands to a rule, as far as it is read here.
interface Location {
  readonly source: { readonly absoluteRef: string }
  readonly child: (name: readonly (string | number)[]) => Location
}
interface Resolved {
  readonly node: Node | undefined
  readonly location: Location | undefined
}
interface Context {
  readonly location: Location
  readonly report: (problem: { message: string; location: Location }) => void
  readonly resolve: (node: Node, from: string) => Resolved
}

interface Node {
  readonly $ref?: string
  readonly schema?: Node
  readonly content?: Readonly<Record<string, { readonly schema?: Node }>>
  readonly oneOf?: readonly Node[]
  readonly 'x-retry'?: unknown
}

interface Operation extends Node {
  readonly parameters?: readonly Node[]
  readonly requestBody?: Node
}

/** A node and the file and place that it stands in. */
interface Placed {
  readonly node: Node
  readonly location: Location
}

/** Every call of the store has `x-retry` as data: each activity of a request, or else the operation. */
export const storeCallTellsRetry = () => ({
  Operation(operation: Operation, context: Context) {
    const whole = { node: operation, location: context.location }
    const variants = requestsOf(whole, context).flatMap((request) => variantsOf(request, context))
    for (const call of variants.length === 0 ? [whole] : variants) judge(call, context)
  },
})

function judge({ node, location }: Placed, { report }: Context): void {
  const { success, error } = retrySchema.safeParse(node['x-retry'])
  if (success) return
  const faults = error.issues.map(({ path, message }) => ['x-retry', ...path, message].join(' '))
  report({
    message: `A call of the store says in x-retry how it is repeated: ${faults.join('; ')}.`,
    location: node['x-retry'] === undefined ? location : location.child(['x-retry']),
  })
}

// In the body, or in the query read as one object.
function requestsOf({ node, location }: Placed, context: Context): Placed[] {
  const { parameters = [], requestBody = {} } = node as Operation
  const holders = [...parameters, requestBody].map((one) => followed(one, location, context))
  return holders.flatMap((holder) => {
    const media = Object.values(holder.node.content ?? {})
    const schemas = [holder.node, ...media].flatMap(({ schema }) => schema ?? [])
    return schemas.map((schema) => followed(schema, holder.location, context))
  })
}

function variantsOf({ node, location }: Placed, context: Context): Placed[] {
  return (node.oneOf ?? []).map((variant, at) => {
    const own = 'x-retry' in variant
    const { node: target, location: there } = followed(variant, location, context)
    const here = location.child(['oneOf', at])
    return { node: { ...target, ...variant }, location: own ? here : there }
  })
}

function followed(node: Node, location: Location, { resolve }: Context): Placed {
  if (node.$ref === undefined) return { node, location }
  const target = resolve(node, location.source.absoluteRef)
  return { node: { ...target.node }, location: target.location ?? location }
}
