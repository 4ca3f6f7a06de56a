/** The languages of the site; each is a folder of docs/ and of the site. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** What the site says around its pages. */
export interface Words {
  readonly tag: string
  readonly name: string
  readonly siteTitle: string
  readonly skip: string
  readonly menu: string
  readonly pages: string
  readonly onThisPage: string
  readonly previous: string
  readonly next: string
  readonly search: string
  readonly searchHint: string
  readonly nothingFound: string
  readonly found: string
  readonly linkToSection: string
  readonly loading: string
  readonly needsScript: string
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    tag: 'en',
    name: 'English',
    siteTitle: 'Koogate documentation',
    skip: 'Skip to content',
    menu: 'Menu',
    pages: 'Pages',
    onThisPage: 'On this page',
    previous: 'Previous',
    next: 'Next',
    search: 'Search',
    searchHint: 'Search, or press /',
    nothingFound: 'Nothing found.',
    found: '{count} found',
    linkToSection: 'Link to this section',
    loading: 'Loading the contract…',
    needsScript: 'This page needs JavaScript. The document itself:',
  },
  zh: {
    tag: 'zh-CN',
    name: '简体中文',
    siteTitle: 'Koogate 文档',
    skip: '跳到正文',
    menu: '目录',
    pages: '页面',
    onThisPage: '本页内容',
    previous: '上一页',
    next: '下一页',
    search: '搜索',
    searchHint: '搜索，或按 / 键',
    nothingFound: '没有找到结果。',
    found: '共 {count} 条结果',
    linkToSection: '本节链接',
    loading: '正在加载契约……',
    needsScript: '本页需要启用 JavaScript。也可以直接打开契约文件：',
  },
}
