import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { satteri } from '@astrojs/markdown-satteri'
import starlight from '@astrojs/starlight'
import { build } from 'astro'
import type { Contract } from './contract-documents.ts'
import { groupsOf } from './guide.ts'
import { familiesOf } from './interface-list.ts'
import { interfacesOf } from './interfaces.ts'
import { words } from './words.ts'

/** Renders the pages in `<root>/src/content/docs` with the theme; the site is `<root>/dist`. */
export async function renderSite(root: string, contract: Contract): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const filter = (path: string) => !path.endsWith('tsconfig.json')
  cpSync('docs/theme', join(root, 'src'), { recursive: true, filter })
  writeFileSync(join(root, 'tsconfig.json'), '{}')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: join(root, 'src/public'),
    cacheDir: join(root, 'cache'),
    prefetch: false,
    // Some hosts leave out folders whose names begin with `_`.
    build: { format: 'file', inlineStylesheets: 'never', assets: 'assets' },
    // What is inline cannot run under the policy of the pages.
    vite: {
      build: { assetsInlineLimit: 0 },
      // The theme is built from a copy, which lies elsewhere.
      resolve: {
        alias: [{ find: /^\.\.\/\.\.\/src\/explain(?=\/)/, replacement: resolve('src/explain') }],
      },
      environments: { prerender: { resolve: { noExternal: ['cookie'] } } },
    },
    markdown: {
      processor: satteri({ features: { headingAttributes: true, smartPunctuation: false } }),
    },
    integrations: [
      starlight({
        title: 'Koogate',
        favicon: '/icon.svg',
        locales: { en: { label: 'English', lang: 'en' }, zh: { label: '简体中文', lang: 'zh-CN' } },
        defaultLocale: 'en',
        expressiveCode: {
          shiki: { langAlias: { promql: 'text' } },
          // What is copied is what is shown.
          frames: { removeCommentsWhenCopyingTerminalFrames: false },
        },
        pagefind: false,
        disable404Route: true,
        components: {
          Search: './src/Search.astro',
          LanguageSelect: './src/Language.astro',
        },
        customCss: ['./src/style.css'],
        routeMiddleware: './src/sidebar.ts',
        sidebar: [...guideGroups(), ...interfaceGroups(contract)],
      }),
    ],
  })
}

function guideGroups() {
  const translations = groupsOf('zh').map(({ label }) => label)
  return groupsOf('en').map(({ label, pages }, at) => ({
    label,
    translations: { 'zh-CN': translations[at] ?? label },
    items: [...pages],
  }))
}

function interfaceGroups(contract: Contract) {
  const directions = Map.groupBy(interfacesOf(contract), ({ direction }) => direction)
  const chinese = new Map(interfacesOf(contract, 'zh').map(({ id, family }) => [id, family]))
  return [...directions].map(([direction, interfaces]) => ({
    label: words.en.directions[direction],
    translations: { 'zh-CN': words.zh.directions[direction] },
    collapsed: true,
    items: familiesOf(interfaces).map(([tag, ones]) => ({
      label: tag,
      translations: { 'zh-CN': chinese.get(ones[0]?.id ?? '') ?? tag },
      collapsed: true,
      items: ones.map(({ id }) => `interfaces/${id}`),
    })),
  }))
}
