import { paths } from '../paths.ts'
import { Id } from './id.tsx'

/** What an alarm or an entry of the audit is about, `<kind>:<id>`: its id to copy, and the way to its page where it has one. */
export function Subject({ of: subject }: { readonly of: string }) {
  const at = subject.indexOf(':')
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)]
  return (
    <>
      {at > 0 && <small>{kind} </small>}
      <Id value={id} href={Object.hasOwn(pageOf, kind) ? pageOf[kind]?.(id) : undefined} />
    </>
  )
}

const pageOf: Readonly<Record<string, (id: string) => string>> = {
  instance: paths.instance,
  license: paths.license,
  tenant: paths.enterprise,
  'message-rerun': (id) => paths.reruns({ id }),
  'webhook-endpoint': paths.webhook,
  // An order, or its line at a site: `china/CS1/CS1-1`.
  order: (id) => paths.orders({ orderId: id.split('/')[1] ?? id }),
}
