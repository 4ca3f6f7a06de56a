import type { ApiProblem } from '../api/connect.ts'
import { useStrings, wordOr } from '../strings/strings.ts'
import { Id } from './id.tsx'

interface ProblemNoteProps {
  readonly of: ApiProblem | undefined
  /** What to do about it, if asking again is of use. */
  readonly retry?: () => void
}

/** What went wrong, what it means, and how to name it to whoever helps; nothing if nothing did. */
export function ProblemNote({ of: problem, retry }: ProblemNoteProps) {
  const { ui } = useStrings()
  if (problem === undefined) return null
  const { status, code, detail, errors = [], requestId } = problem
  const ofStatus = status < 500 ? 'invalid-request' : 'internal'
  return (
    <div class="note bad" role="alert">
      <strong>{wordOr(ui.problems, code, ui.problems[ofStatus])}</strong>
      <p lang="en">{detail}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field}>
              <code>{field}</code> {message}
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        {code} {requestId !== '' && <Id value={requestId} />}{' '}
        {retry && (
          <button type="button" onClick={retry}>
            {ui.retry}
          </button>
        )}
      </p>
    </div>
  )
}
