import { generations } from '../../src/conform/generations.ts'
import { needTexts } from '../../src/conform/needs.ts'
import { groups, type Rule, type Text } from '../../src/conform/rule.ts'
import { rules } from '../../src/conform/rules/index.ts'
import { groupOf, inOrder } from '../../src/conform/select.ts'
import type { Language } from '../shared/languages.ts'

/** A Markdown table of the rules of a group: what each asks, where it is judged, and who says so. */
export function ruleTable(group: string, language: Language): string {
  const own = inOrder(rules).filter(({ id }) => groupOf(id) === group)
  if (own.length === 0) throw new Error(`there are no rules of ${group}; groups: ${groups.join()}`)
  const heads = words.heads.map((head) => head[language])
  const rows = own.map((rule) => rowOf(rule, language))
  return [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const words = {
  heads: [
    { en: 'Rule', zh: '规则' },
    { en: 'Interfaces', zh: '接口' },
    { en: 'Document', zh: '文档' },
  ],
  all: { en: 'all', zh: '全部' },
  warning: { en: 'A warning.', zh: '警告。' },
  needs: { en: 'Needs', zh: '需要' },
} satisfies Record<string, Text | readonly Text[]>

function rowOf(
  { id, title, severity, generations: own, source, needs = [] }: Rule,
  language: Language,
) {
  const extra = [
    ...(severity === 'warning' ? [words.warning[language]] : []),
    ...needs.map((need) => needIn(needTexts[need], language)),
  ]
  const where =
    own.length === generations.length
      ? words.all[language]
      : own.map((one) => `\`${one}\``).join(', ')
  const what = [`\`${id}\``, cell(title[language]), ...extra.map(cell)]
  return [what.join('<br>'), where, `[${cell(source.title)}](${source.url})`]
}

function needIn(text: Text, language: Language): string {
  return language === 'en' ? `${words.needs.en} ${text.en}.` : `${words.needs.zh}：${text.zh}。`
}

// A bar ends a cell, and an angle begins a tag.
function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;')
}
