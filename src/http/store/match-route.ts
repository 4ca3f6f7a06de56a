import type { SellerOperation, SellerProduct } from '../../contract/index.ts'
import type { Address } from '../../domain/address.ts'
import { type Interface, interfaces, operations } from '../../interfaces.ts'

/** What is served at a path: an operation at an address, or nothing that has this path or method. */
export type Route =
  | { readonly address: Address; readonly operation: SellerOperation }
  | { readonly address: Address | undefined; readonly status: 404 | 405 }

// A missing product does not compile.
const products = Object.keys({
  saas: true,
  license: true,
  'license-code': true,
} satisfies Record<SellerProduct, true>)

/** The operations by what follows the address in their paths, and by method. */
const served: ReadonlyMap<string, ReadonlyMap<string, SellerOperation>> = tableOf(
  operations.flatMap((operation) =>
    pathsOf(interfaces[operation]).map((path) => [path, operation] as const),
  ),
)

function pathsOf({ path }: Pick<Interface, 'path'>): string[] {
  const below = path.slice('/{address}/'.length)
  if (!below.startsWith('{product}')) return [below]
  return products.map((product) => below.replace('{product}', product))
}

function tableOf(rows: readonly (readonly [string, SellerOperation])[]) {
  const table = new Map<string, Map<string, SellerOperation>>()
  for (const [path, operation] of rows) {
    const methods = table.get(path) ?? new Map<string, SellerOperation>()
    table.set(path, methods.set(interfaces[operation].method, operation))
  }
  return table
}

/** Finds what is called by method and path; slashes at the end do not count. */
export function matchRoute(
  method: string,
  path: string,
  addresses: ReadonlyMap<string, Address>,
): Route {
  const end = path.indexOf('/', 1)
  const address = addresses.get(path.slice(1, end === -1 ? undefined : end))
  const methods = end === -1 ? undefined : served.get(path.slice(end + 1).replace(/\/+$/, ''))
  if (address === undefined || methods === undefined) return { address, status: 404 }
  const operation = methods.get(method.toLowerCase())
  return operation === undefined ? { address, status: 405 } : { address, operation }
}
