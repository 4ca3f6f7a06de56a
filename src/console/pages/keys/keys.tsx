import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { type Strings, useStrings, wordFor } from '../../strings/strings.ts'
import { Id } from '../../ui/id.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { OpenCredential } from './open-credential.tsx'
import { PublicKeys } from './public-keys.tsx'
import { type RotationStep, rotationOf } from './rotation.ts'
import { Steps } from './steps.tsx'

type Accepted = KoogateSchemas['AcceptedKeys']
type Words = Strings['keys']

/** Which keys are accepted and in use, and how they are changed. */
export default function Keys() {
  const { keys: words } = useStrings()
  const found = useQuery((api) => api.GET('/api/v1/keys'), [])
  return (
    <Page title={words.title}>
      <p>{words.says}</p>
      {found.data === undefined ? (
        <Pending of={found} />
      ) : (
        <Table
          caption={words.title}
          columns={columnsOf(words)}
          rows={found.data.items}
          keyOf={({ address, interfaceType }) => `${address} ${interfaceType}`}
          empty={words.none}
        />
      )}
      <Steps title={words.rotate} of={words.rotateSteps} warning={words.rotateWarns} />
      <PublicKeys />
      <OpenCredential />
    </Page>
  )
}

const tones: Readonly<Record<RotationStep, Tone>> = {
  off: 'idle',
  unused: 'warn',
  used: 'good',
  bind: 'warn',
  wait: 'warn',
  remove: 'warn',
}

const columnsOf = (words: Words): Column<Accepted>[] => [
  { head: words.address, cell: ({ address }) => address },
  { head: words.type, cell: ({ interfaceType }) => wordFor(words.types, interfaceType) },
  {
    head: words.next,
    cell: ({ keys }) => {
      const step = rotationOf(keys, Date.now())
      const [word, says] = words.steps[step]
      return (
        <>
          <Status code={step} tone={tones[step]} words={{ [step]: word }} /> {says}
        </>
      )
    },
  },
  { head: words.keys, cell: ({ keys }) => <Fingerprints of={keys} /> },
]

function Fingerprints({ of: keys }: { readonly of: Accepted['keys'] }) {
  const { keys: words } = useStrings()
  if (keys.length === 0) return <>–</>
  return (
    <>
      {keys.map(({ fingerprint, current, lastUsedAt }) => (
        <div key={fingerprint}>
          <Id value={fingerprint} /> {current && <strong>{words.current} </strong>}
          {lastUsedAt === null ? words.never : <Time at={lastUsedAt} />}
        </div>
      ))}
    </>
  )
}
