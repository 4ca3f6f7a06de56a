import { useQuery } from '../../api/use-query.ts'
import { useStrings } from '../../strings/strings.ts'
import { BytesView } from '../../ui/bytes-view.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Id } from '../../ui/id.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Steps } from './steps.tsx'

/** What is pasted into the application credential, for each address. */
export function PublicKeys() {
  const { keys: words } = useStrings()
  const found = useQuery((api) => api.GET('/api/v1/kit/public-key'), [], { once: true })
  return (
    <>
      <h2>{words.rsa}</h2>
      <p>{words.rsaSays}</p>
      {found.data === undefined && <Pending of={found} />}
      {found.data?.items.map(({ address, publicKey, fingerprint, accepted }) => (
        <section key={address}>
          <Facts
            rows={[
              [words.address, address],
              [
                words.fingerprint,
                fingerprint === null ? words.rsaNone : <Id value={fingerprint} />,
              ],
              accepted.length > 1 && [words.accepted, accepted.map((one) => <Id value={one} />)],
            ]}
          />
          {publicKey !== null && <BytesView label={words.publicKey} value={publicKey} />}
        </section>
      ))}
      <Steps title={words.rsaRotate} of={words.rsaSteps} />
    </>
  )
}
