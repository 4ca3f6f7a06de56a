import type { KoogateSchemas } from '../../../client.ts'
import { paths } from '../../paths.ts'
import { useStrings, wordFor } from '../../strings/strings.ts'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'

type Refused = KoogateSchemas['RefusedSignature']

/** Whose signatures did not hold, and for which key; those that hold again as well. */
export function Signatures({ of: rows }: { readonly of: readonly Refused[] }) {
  const { overview: words } = useStrings()
  if (rows.length === 0) return null
  return (
    <>
      <h2>{words.signatures}</h2>
      <Table
        caption={words.signaturesSay}
        columns={[
          { head: words.about, cell: ({ address }) => address },
          {
            head: words.key,
            cell: ({ interfaceType, fingerprints }) => (
              <>
                <a href={paths.keys()}>{interfaceType}</a> <code>{fingerprints.join(' ')}</code>
              </>
            ),
          },
          {
            head: words.cause,
            cell: ({ cause, resultMsg }) => (
              <span title={resultMsg}>{wordFor(words.causes, cause)}</span>
            ),
          },
          {
            head: words.calls,
            cell: ({ calls: { count, more } }) => `${count}${more ? '+' : ''}`,
            end: true,
          },
          { head: words.last, cell: ({ lastAt }) => <Time at={lastAt} /> },
          { head: words.held, cell: ({ lastVerifiedAt }) => <Time at={lastVerifiedAt} /> },
        ]}
        rows={rows}
        keyOf={({ address, interfaceType, cause }) => [address, interfaceType, cause].join(' ')}
        empty=""
      />
    </>
  )
}
