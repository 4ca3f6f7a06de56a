import type { KoogateSchemas } from '../../../client.ts'
import { useQuery } from '../../api/use-query.ts'
import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Steps } from './steps.tsx'

/** The steps of every address until its first real purchase. */
export default function Setup() {
  const { setup: words } = useStrings()
  const setup = useQuery((api) => api.GET('/api/v1/setup'), [])
  return (
    <Page title={words.title}>
      <p>{words.says}</p>
      {setup.data === undefined ? (
        <Pending of={setup} />
      ) : (
        <>
          <ProblemNote of={setup.problem} retry={setup.reload} />
          {setup.data.addresses.map((one) => (
            <AddressSteps key={one.address} of={one} />
          ))}
        </>
      )}
    </Page>
  )
}

function AddressSteps({ of: one }: { readonly of: KoogateSchemas['SetupAddress'] }) {
  const { setup: words } = useStrings()
  const { address, site, done, needed, steps } = one
  const unneeded = steps.filter(({ state }) => state === 'not_needed')
  const name = `${address} (${site})`
  return (
    <section>
      <h2>{name}</h2>
      <label>
        {words.progress(done, needed)}
        <progress value={done} max={Math.max(1, needed)} />
      </label>
      <Steps caption={name} of={steps.filter((step) => !unneeded.includes(step))} />
      {unneeded.length > 0 && (
        <details>
          <summary>{words.unneeded(unneeded.length)}</summary>
          <Steps caption={name} of={unneeded} />
        </details>
      )}
    </section>
  )
}
