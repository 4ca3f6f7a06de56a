import type { ApiProblem } from '../api/connect.ts'
import { useStrings } from '../strings/strings.ts'
import { ProblemNote } from './problem-note.tsx'

interface Asked {
  readonly problem: ApiProblem | undefined
  readonly reload: () => void
}

/** What stands where an answer will be: that it is loading, or why it does not come. */
export function Pending({ of: { problem, reload } }: { readonly of: Asked }) {
  const { ui } = useStrings()
  if (problem !== undefined) return <ProblemNote of={problem} retry={reload} />
  return (
    <p class="empty" aria-busy="true">
      {ui.loading}
    </p>
  )
}
