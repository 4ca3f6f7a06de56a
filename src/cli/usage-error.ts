import type { CommanderError } from 'commander'
import type { Language } from './language.ts'

/** What commander says, and the same in Chinese; `$1` is what the user wrote. */
const sentences: Readonly<Record<string, readonly [said: RegExp, zh: string]>> = {
  'commander.unknownOption': [/unknown option '(.*?)'/, '没有选项 $1'],
  'commander.unknownCommand': [/unknown command '(.*?)'/, '没有命令 $1'],
  'commander.missingArgument': [/missing required argument '(.*?)'/, '缺少参数 $1'],
  'commander.missingMandatoryOptionValue': [/required option '(.*?)' not specified/, '缺少选项 $1'],
  'commander.optionMissingArgument': [/option '(.*?)' argument missing/, '选项 $1 缺少值'],
  'commander.excessArguments': [/too many arguments(.*)/, '参数过多'],
  'commander.conflictingOption': [
    /option '(.*?)' cannot be used with option '(.*?)'/,
    '选项 $1 不能与 $2 同时使用',
  ],
  'commander.invalidArgument': [
    /(?:option|command-argument) '(.*?)'.*? '(.*?)' is invalid/,
    '$1 的值 $2 无效',
  ],
}

/** A wrong use in a sentence that names the option or the word, and where the help is. */
export function usageError(
  { code, message }: CommanderError,
  language: Language,
  [command = '']: readonly string[],
): string {
  const said = message.replace(/^error: /, '')
  const help = `koogate ${/^[a-z]/.test(command) ? `${command} ` : ''}--help`
  if (language === 'en') {
    const [first = '', ...hints] = said.split('\n')
    const sentence = [first.replace(/\.$/, ''), ...hints].join(' ')
    return `koogate: ${sentence}. See ${help}.`
  }
  const [pattern, chinese] = sentences[code] ?? [/[^]*/, said]
  const [first] = pattern.exec(said) ?? [said]
  const suggested = /Did you mean (?:one of )?(.*?)\?/.exec(said)?.[1]
  const hint = suggested === undefined ? '' : `（是否为 ${suggested}？）`
  return `koogate：${first.replace(pattern, chinese)}${hint}。请看 ${help}。`
}
