import { Command } from 'commander'
import { commands } from './commands/index.ts'
import type { Context } from './context.ts'
import { endingTexts, exitCodes } from './exit-codes.ts'
import type { Host } from './host.ts'
import type { Text } from './language.ts'
import type { Output } from './output.ts'

/** The command with all its subcommands; it prints help, and throws CommanderError for a wrong use. */
export function createProgram(context: Context, { stdout, stderr }: Host): Command {
  const { output, version } = context
  const { say } = output
  const program = new Command('koogate')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => output.width ?? helpColumns,
      getErrHelpWidth: () => stderr.columns ?? helpColumns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      styleTitle: (title) => translated(title, output),
      commandUsage: (command) =>
        `${command.parent?.name() ?? ''} ${usageOf(command, output)}`.trim(),
    })
    .helpCommand(false)
    .helpOption('-h, --help', say(texts.help))
    .version(version, '-V, --version', say(texts.version))
    .description(say(texts.about))
    .addHelpText('after', () => `\n${exitCodeLines(output)}`)
  for (const add of commands) {
    add(program, context).option('--json', say(texts.json))
  }
  return program
}

const helpColumns = 100

const texts = {
  about: {
    en: 'Plays the store (KooGallery), judges any seller’s server by its rules, and explains signatures.',
    zh: '模拟云商店（KooGallery），按其规则检验任何商家的服务器，并解释签名。',
  },
  help: { en: 'show this', zh: '显示帮助' },
  version: { en: 'show the version', zh: '显示版本' },
  json: { en: 'JSON for programs on standard output', zh: '在标准输出打印供程序读取的 JSON' },
  exitCodes: { en: 'Exit codes:', zh: '退出码：' },
} satisfies Record<string, Text>

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

function translated(title: string, { language }: Output): string {
  return language === 'zh' ? (titles[title] ?? title) : title
}

function usageOf(command: Command, { say }: Output): string {
  const options = say({ en: '[options]', zh: '[选项]' })
  const names = command.registeredArguments.map((one) => {
    const name = one.variadic ? `${one.name()}...` : one.name()
    return one.required ? `<${name}>` : `[${name}]`
  })
  const sub = command.commands.length > 0 ? [say({ en: '<command>', zh: '<命令>' })] : []
  return [command.name(), ...sub, ...names, options].join(' ')
}

function exitCodeLines({ say }: Output): string {
  const lines = Object.entries(endingTexts).map(([ending, text]) => {
    const code = exitCodes[ending as keyof typeof exitCodes]
    return `  ${String(code).padEnd(4)} ${say(text)}`
  })
  return [say(texts.exitCodes), ...lines].join('\n')
}
