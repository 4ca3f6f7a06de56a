type Members = Readonly<Record<string, unknown>>

/** What a reference such as `#/components/schemas/Order` leads to in a document. Throws where nothing is there. */
export function referred(document: object, reference: string): unknown {
  const names = reference
    .split('/')
    .slice(1)
    .map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'))
  const found = names.reduce<unknown>(
    (node, name) => (node as Members | undefined)?.[name],
    document,
  )
  if (found === undefined) throw new Error(`the contract has no ${reference}`)
  return found
}
