import { render } from 'preact'
import { App } from './app.tsx'
import { isDemo } from './demo/is-demo.ts'
import { firstScheme } from './shell/scheme.ts'
import { firstLanguage, loadStrings } from './strings/load.ts'
import './styles/console.css'

// Not awaited at the top: what is loaded here imports this file's chunk, which would wait for itself.
void start()

async function start(): Promise<void> {
  firstScheme()
  const language = firstLanguage()
  const strings = await loadStrings(language)
  // The static demo is this very console, on the contract's examples.
  const send = isDemo ? await (await import('./demo/demo-fetch.ts')).openDemo() : fetch
  const root = document.getElementById('app')
  if (root !== null) render(<App language={language} strings={strings} fetch={send} />, root)
}
