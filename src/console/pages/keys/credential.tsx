import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { type Strings, useStrings } from '../../strings/strings.ts'
import { BytesView } from '../../ui/bytes-view.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useIdOfPage } from '../../ui/id-of-page.ts'
import { Id } from '../../ui/id.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Address = KoogateSchemas['CredentialAddress']
type Key = KoogateSchemas['CredentialKey']
type Case = KoogateSchemas['CredentialCase']
type Words = Strings['keys']

/** What an application credential needs, and who uses which of its keys and addresses. */
export default function Credential() {
  const { keys: words } = useStrings()
  const appId = useIdOfPage()
  const found = useQuery(
    (api) => api.GET('/api/v1/credentials/{appId}', { params: { path: { appId } } }),
    [appId],
  )
  return (
    <Page title={`${words.credential} ${appId}`}>
      <p>{words.credentialSays}</p>
      {found.data === undefined ? (
        <Pending of={found} />
      ) : (
        <>
          <Facts rows={[[words.tenants, found.data.tenants]]} />
          <Table
            caption={words.rsa}
            columns={keyColumns(words)}
            rows={found.data.keys}
            keyOf={({ fingerprint }) => fingerprint ?? ''}
            empty={words.rsaNone}
          />
          {found.data.addresses.map((one) => (
            <AddressPart key={one.address} of={one} />
          ))}
        </>
      )}
    </Page>
  )
}

const answerOf = (words: Words, yes: boolean) => (yes ? words.yes : words.no)

const keyColumns = (words: Words): Column<Key>[] => [
  {
    head: words.fingerprint,
    cell: ({ fingerprint }) =>
      fingerprint === null ? words.oldSecrets : <Id value={fingerprint} />,
  },
  { head: words.current, cell: ({ current }) => answerOf(words, current) },
  { head: words.accepted, cell: ({ accepted }) => answerOf(words, accepted) },
  { head: words.tenants, cell: ({ tenants }) => tenants, end: true },
]

function AddressPart({ of: one }: { readonly of: Address }) {
  const { keys: words } = useStrings()
  const { address, productionAddresses, publicKey } = one
  return (
    <section>
      <h2>
        {words.address} {address}
      </h2>
      <Facts
        rows={[
          [words.here, answerOf(words, one.current)],
          ...productionAddresses.map(
            ({ product, url }) => [words.production(product), <Id value={url} />] as const,
          ),
          [words.login, <Id value={one.loginUrl} />],
          [words.callback, <Id value={one.callbackUrl} />],
          [words.fingerprint, <Id value={one.fingerprint} />],
          [words.applications, one.applications],
          [words.instances, one.instances],
          [words.lastCall, <Time at={one.lastCallAt} />],
        ]}
      />
      {publicKey !== null && <BytesView label={words.publicKey} value={publicKey} />}
      <Table
        caption={words.cases(address)}
        columns={caseColumns(words)}
        rows={one.kitCases}
        keyOf={({ activity }) => activity}
        empty={words.casesNone}
      />
    </section>
  )
}

const caseColumns = (words: Words): Column<Case>[] => [
  { head: words.case, cell: ({ activity }) => <code>{activity}</code> },
  { head: words.generation, cell: ({ generation }) => generation ?? '–' },
  { head: words.seen, cell: ({ seenAt }) => <Time at={seenAt} /> },
  { head: words.answer, cell: ({ resultCode }) => resultCode ?? '–' },
]
