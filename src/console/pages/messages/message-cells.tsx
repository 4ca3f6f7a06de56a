import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'
import { Status } from '../../ui/status.tsx'

interface Answered {
  readonly resultCode: string | null
  readonly resultMsg: string | null
}

/** How a call was answered: success or not, and the words of it. */
export function Result({ of: { resultCode, resultMsg } }: { readonly of: Answered }) {
  if (resultCode === null) return <>–</>
  const isSuccess = resultCode === '000000'
  return (
    <>
      <Status code={resultCode} tone={isSuccess ? 'good' : 'bad'} />
      {!isSuccess && <> {resultMsg}</>}
    </>
  )
}

type Signed = Pick<KoogateSchemas['Message'], 'verified' | 'signature'>

/** Whether the signature held and with which key; or why not, and which keys were tried. */
export function Signature({ of: { verified, signature } }: { readonly of: Signed }) {
  const { messages: words, overview } = useStrings()
  const { interfaceType, cause, fingerprints } = signature
  return (
    <>
      {verified ? words.isVerified : words.isNotVerified}
      {cause !== null && `: ${wordFor(overview.causes, cause)}`}{' '}
      <a href={paths.keys()}>{interfaceType}</a>{' '}
      {fingerprints.map((print) => (
        <code key={print}>{print} </code>
      ))}
    </>
  )
}

type Named = Partial<
  Pick<KoogateSchemas['Message'], 'instanceId' | 'orderId' | 'tenantId' | 'licenseId'>
>

/** What a call is about, each with the way to its page. */
export function About({
  of: { instanceId, orderId, tenantId, licenseId },
}: {
  readonly of: Named
}) {
  const { messages: words } = useStrings()
  const named = [
    [words.instanceId, instanceId, paths.instance],
    [words.orderId, orderId, (id: string) => paths.orders({ orderId: id })],
    [words.tenantId, tenantId, paths.enterprise],
    [words.licenseId, licenseId, paths.license],
  ] as const
  return (
    <>
      {named.map(
        ([word, id, pathOf]) =>
          id && (
            <div key={word}>
              <small>{word}</small> <Id value={id} href={pathOf(id)} />
            </div>
          ),
      )}
    </>
  )
}
