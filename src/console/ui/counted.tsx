import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Answer, answerOf } from '../api/answer.ts'
import { useConnect } from '../api/connect.ts'
import type { Run } from '../api/use-action.ts'
import { useStrings } from '../strings/strings.ts'
import { ProblemNote } from './problem-note.tsx'

interface CountedProps<Data> {
  /** The dry run of the change. */
  readonly ask: Run<Data>
  /** What it has counted, in words. */
  readonly children: (data: Data) => ComponentChildren
}

/** In the dialog of a change: what it would be about, counted anew at every entry. */
export function Counted<Data>({ ask, children }: CountedProps<Data>) {
  const { ui } = useStrings()
  const connect = useConnect()
  const place = useRef<HTMLDivElement>(null)
  const [answer, setAnswer] = useState<Answer<Data>>()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return undefined
    let hangUp = new AbortController()
    const count = () => {
      hangUp.abort()
      const { signal } = (hangUp = new AbortController())
      setAnswer(undefined)
      void answerOf(ask(connect({ signal }), new FormData(form))).then((came) => {
        if (!signal.aborted) setAnswer(came)
      })
    }
    count()
    form.addEventListener('change', count)
    return () => {
      hangUp.abort()
      form.removeEventListener('change', count)
    }
  }, [])
  return (
    <div ref={place} class="note" aria-live="polite">
      {answer === undefined && ui.loading}
      <ProblemNote of={answer?.problem} />
      {answer?.data !== undefined && children(answer.data)}
    </div>
  )
}
