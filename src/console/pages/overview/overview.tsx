import { useQuery } from '../../api/use-query.ts'
import { useStrings } from '../../strings/strings.ts'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../../ui/pending.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Clocks } from './clocks.tsx'
import { Needs } from './needs.tsx'
import { Signatures } from './signatures.tsx'

/** What needs a person, the worst first, and below it the clocks of the store. */
export default function Overview() {
  const { overview: words } = useStrings()
  const overview = useQuery((api) => api.GET('/api/v1/overview'), [])
  const { data, problem, reload } = overview
  if (data === undefined) {
    return (
      <Page title={words.title}>
        <Pending of={overview} />
      </Page>
    )
  }
  return (
    <Page title={words.title}>
      <ProblemNote of={problem} retry={reload} />
      <Needs of={data} />
      <Clocks of={data} />
      <Signatures of={data.signatures} />
    </Page>
  )
}
