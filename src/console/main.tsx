import { render } from 'preact'
import { App } from './app.tsx'
import { firstScheme } from './shell/scheme.ts'
import { firstLanguage, loadStrings } from './strings/load.ts'
import './styles/console.css'

firstScheme()
const language = firstLanguage()
const strings = await loadStrings(language)
const root = document.getElementById('app')
if (root !== null) render(<App language={language} strings={strings} fetch={fetch} />, root)
