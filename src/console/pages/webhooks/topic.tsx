import { paths } from '../../paths.ts'
import { Id } from '../../ui/id.tsx'

const pageOf: Readonly<Record<string, (id: string) => string>> = {
  instance: paths.instance,
  order: paths.order,
  license: paths.license,
  usage: (instanceId) => paths.usage({ instanceId }),
}

/** What an event is about, and where that is shown: `<Topic of="instance:…" />`. */
export function Topic({ of: topic }: { readonly of: string | null }) {
  const [kind = '', ...rest] = topic?.split(':') ?? []
  const page = Object.hasOwn(pageOf, kind) ? pageOf[kind] : undefined
  return <Id value={topic} href={page?.(rest.join(':'))} />
}
