// Shows a document of the contract with Redoc, in the colours and fonts of the site.
import { chineseLabels, redocInChinese } from './redoc-words.ts'
import { keepReachable } from './scrollable.ts'

interface Redoc {
  init(url: string, options: object, element: Element, done?: (error?: Error) => void): void
}
declare const Redoc: Redoc

const style = getComputedStyle(document.documentElement)
const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()

const headings = { fontFamily: colour('sans'), fontWeight: '650', lineHeight: '1.3' }
const method = { text: colour('method') }
const theme = {
  colors: {
    primary: { main: colour('accent'), contrastText: colour('on-accent') },
    success: { main: colour('good') },
    warning: { main: colour('warn') },
    error: { main: colour('bad') },
    responses: { redirect: { color: colour('warn') } },
    gray: { 50: colour('soft'), 100: colour('line') },
    border: { light: colour('line'), dark: colour('line') },
    text: { primary: colour('text'), secondary: colour('faint') },
    http: Object.fromEntries(
      ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'basic', 'link'].map((name) => [
        name,
        method.text,
      ]),
    ),
  },
  schema: {
    linesColor: colour('line'),
    typeNameColor: colour('faint'),
    typeTitleColor: colour('faint'),
    requireLabelColor: colour('bad'),
    nestedBackground: colour('soft'),
    arrow: { color: colour('faint') },
  },
  typography: {
    fontSize: '16px',
    lineHeight: '1.6',
    fontFamily: colour('sans'),
    headings,
    code: {
      fontSize: '14px',
      fontFamily: colour('mono'),
      color: colour('text'),
      backgroundColor: colour('soft'),
      wrap: true,
    },
    links: { color: colour('accent'), visited: colour('accent'), hover: colour('accent') },
  },
  sidebar: {
    backgroundColor: colour('back'),
    textColor: colour('text'),
    activeTextColor: colour('accent'),
    arrow: { color: colour('faint') },
  },
  rightPanel: {
    backgroundColor: colour('panel'),
    textColor: colour('on-panel'),
    servers: {
      overlay: { backgroundColor: colour('back'), textColor: colour('text') },
      url: { backgroundColor: colour('soft') },
    },
  },
  codeBlock: { backgroundColor: colour('panel-deep') },
  fab: { backgroundColor: colour('accent'), color: colour('on-accent') },
}

const isChinese = document.documentElement.lang.startsWith('zh')

const options = {
  theme,
  labels: isChinese ? chineseLabels : {},
  showExtensions: ['x-source', 'x-repeat', 'x-retry', 'x-changed', 'x-inferred', 'x-note'],
  scrollYOffset: 'header.header',
  expandResponses: '200',
  jsonSamplesExpandLevel: 'all',
  requiredPropsFirst: true,
  nativeScrollbars: true,
  hideLoading: true,
}

const place = document.querySelector<HTMLElement>('[data-document]')
const url = place?.dataset['document']
if (place && url) {
  const script = document.createElement('script')
  script.src = '../redoc.standalone.js'
  script.addEventListener('load', () => {
    Redoc.init(url, options, place, (error) => {
      if (error) place.textContent = error.message
      keepReachable(place.querySelectorAll('pre, table'))
    })
    if (isChinese) redocInChinese(place)
  })
  document.head.append(script)
}

// Redoc takes its colours once.
const { dataset } = document.documentElement
const shown = dataset['theme']
new MutationObserver(() => {
  if (dataset['theme'] !== shown) location.reload()
}).observe(document.documentElement, { attributeFilter: ['data-theme'] })
