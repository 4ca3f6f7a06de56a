import { needTexts } from './needs.ts'
import { type Language, generationNames, words } from './report/wording.ts'
import type { Rule } from './rule.ts'

/** All that is known of a rule, in lines for a terminal. */
export function explainRule(rule: Rule, language: Language): readonly string[] {
  const { id, title, severity, consequence, mend, source, generations, needs = [] } = rule
  const line = (name: keyof typeof words, text: string) => `${words[name][language]}: ${text}`
  return [
    `${id} (${words[severity][language]})`,
    title[language],
    '',
    line('interfaces', generations.map((one) => generationNames[one][language]).join(', ')),
    line('consequence', consequence[language]),
    line('mend', mend[language]),
    line('source', `${source.title} ${source.url}`),
    ...(source.note === undefined ? [] : [`  ${source.note[language]}`]),
    ...needs.map((need) => line('needs', needTexts[need][language])),
  ]
}
