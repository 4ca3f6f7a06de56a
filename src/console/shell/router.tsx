import { useState } from 'preact/hooks'
import { ErrorBoundary, Route, Router } from 'preact-iso'
import { pages } from '../pages.ts'
import { pageNames, segmentOf } from '../paths.ts'
import { useStrings } from '../strings/strings.ts'
import { Page } from '../ui/page.tsx'

// The console may lie in any folder.
const base = new URL('.', location.href).pathname

/** The page of the address; the one before stays until it is loaded. */
export function Pages() {
  const [broken, setBroken] = useState<Error>()
  const { shell } = useStrings()
  if (broken) {
    return (
      <Page title={shell.broken}>
        <p class="note bad">{shell.brokenSays}</p>
        <pre>{String(broken)}</pre>
      </Page>
    )
  }
  return (
    <ErrorBoundary onError={setBroken}>
      <Router onRouteChange={() => setBroken(undefined)}>
        {pageNames.map((name) => (
          <Route key={name} path={base + segmentOf(name)} component={pages[name].load} />
        ))}
        <Route path={`${base}index.html`} component={pages.overview.load} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  )
}

function NotFound() {
  const { shell } = useStrings()
  return (
    <Page title={shell.notFound}>
      <p>{shell.notFoundSays}</p>
    </Page>
  )
}
