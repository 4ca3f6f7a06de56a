import { useState } from 'preact/hooks'
import { useDisabledReason } from '../session/session.ts'
import { useStrings } from '../strings/strings.ts'

export interface Reveal {
  readonly reveal: boolean
  readonly setReveal: (reveal: boolean) => void
}

/**
 * Private data are masked until somebody asks for them, which the audit log keeps:
 *
 *     const reveal = useReveal()
 *     const user = useQuery((api) => …, [id], reveal)
 *     <RevealButton of={reveal} />
 */
export function useReveal(): Reveal {
  const [reveal, setReveal] = useState(false)
  return { reveal, setReveal }
}

/** Shows private data in clear, or masks them again. */
export function RevealButton({ of: { reveal, setReveal } }: { readonly of: Reveal }) {
  const { ui } = useStrings()
  const reason = useDisabledReason('personal')
  return (
    <span class="action">
      <button
        type="button"
        aria-pressed={reveal}
        disabled={reason !== undefined}
        title={reason ?? ui.revealSays}
        onClick={() => setReveal(!reveal)}
      >
        {reveal ? ui.mask : ui.reveal}
      </button>
      {reason !== undefined && <small>{reason}</small>}
    </span>
  )
}
