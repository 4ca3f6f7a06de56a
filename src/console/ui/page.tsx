import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useRoute } from 'preact-iso'

interface PageProps {
  readonly title: string
  /** Buttons beside the title. */
  readonly actions?: ComponentChildren
  readonly children?: ComponentChildren
}

/**
 * What every page begins with: its heading, which takes the focus when somebody comes here by a link,
 * and the title of the window. Sections below begin with h2.
 *
 *     <Page title={words.title} actions={<ActionButton … />}>…</Page>
 */
export function Page({ title, actions, children }: PageProps) {
  const { path, query } = useRoute()
  const heading = useRef<HTMLHeadingElement>(null)
  const place = `${path} ${query['id'] ?? ''}`
  useEffect(() => {
    if (lastPlace !== undefined && lastPlace !== place) heading.current?.focus()
    lastPlace = place
  }, [place])
  useEffect(() => {
    document.title = `${title} · Koogate`
  }, [title])
  return (
    <>
      <header class="head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </header>
      {children}
    </>
  )
}

// The first page leaves the focus where the browser begins.
let lastPlace: string | undefined
