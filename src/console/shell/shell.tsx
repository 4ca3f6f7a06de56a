import type { ComponentChildren } from 'preact'
import { useLive } from '../api/live.ts'
import { isDemo } from '../demo/is-demo.ts'
import { pages, sections } from '../pages.ts'
import { paths } from '../paths.ts'
import { useSession } from '../session/session.ts'
import { useStrings } from '../strings/strings.ts'
import { useCurrentPage } from './current-page.ts'
import { FindBox } from './find-box.tsx'
import { switchScheme } from './scheme.ts'

interface ShellProps {
  readonly signOut: () => void
  readonly switchLanguage: () => void
  readonly children: ComponentChildren
}

/** What is around every page. */
export function Shell({ signOut, switchLanguage, children }: ShellProps) {
  const { shell } = useStrings()
  const { tokenName } = useSession()
  const skip = (event: Event) => {
    event.preventDefault()
    document.getElementById('main')?.focus()
  }
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {shell.skip}
      </a>
      <header class="bar">
        <a class="brand" href={paths.overview()}>
          Koogate
        </a>
        <FindBox />
        <LiveSwitch />
        <button type="button" onClick={switchLanguage}>
          {shell.language}
        </button>
        <button type="button" title={shell.scheme} aria-label={shell.scheme} onClick={switchScheme}>
          ◐
        </button>
        <a href={isDemo ? '../' : '../docs/'}>{shell.docs}</a>
        <span class="small">{shell.signedInAs(tokenName)}</span>
        <button type="button" onClick={signOut}>
          {shell.signOut}
        </button>
      </header>
      <Navigation />
      <main id="main" tabIndex={-1}>
        {isDemo && <p class="note warn">{shell.demo}</p>}
        {children}
      </main>
    </>
  )
}

function Navigation() {
  const strings = useStrings()
  const current = useCurrentPage()
  const page = current && pages[current]
  const section = page && 'under' in page ? page.under : current
  return (
    <nav class="pages" aria-label={strings.shell.navigation}>
      {sections.map((name) => (
        <a key={name} href={paths[name]()} aria-current={name === section ? 'page' : undefined}>
          {strings[name].title}
        </a>
      ))}
    </nav>
  )
}

function LiveSwitch() {
  const { shell } = useStrings()
  const { paused, pause } = useLive()
  return (
    <button
      type="button"
      class={paused ? 'live' : 'live on'}
      title={paused ? shell.resume : shell.pause}
      aria-pressed={!paused}
      onClick={() => pause(!paused)}
    >
      {paused ? shell.paused : shell.live}
    </button>
  )
}
