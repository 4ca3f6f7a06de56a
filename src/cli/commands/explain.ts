import type { Command } from 'commander'
import { schemeIds } from '../../explain/scheme.ts'
import type { Context } from '../context.ts'
import type { ExplainFlags } from '../explain/run-explain.ts'
import type { Text } from '../language.ts'
import { addKeyOptions } from '../options.ts'

/** `koogate explain [file]`: whether a signature is right, and which mistake makes a wrong one. */
export function addExplain(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('explain')
    .description(say(texts.about))
    .argument('[file]', say(texts.file))
    .option('--scheme <scheme>', `${say(texts.scheme)}: ${schemeIds.join(', ')}`)
    .option('--signature <text>', say(texts.signature))
    .option('--bytes', say(texts.bytes))
  return addKeyOptions(command, context.output).action(
    async (file: string | undefined, flags: ExplainFlags) => {
      const { runExplain } = await import('../explain/run-explain.ts')
      await runExplain(file, flags, context)
    },
  )
}

const texts = {
  about: {
    en: 'Explains the signature of a request or an answer: each step to the right one, and the mistake that makes a wrong one',
    zh: '解释请求或应答的签名：给出每一步和正确的值，并指出错误的签名错在哪里',
  },
  file: {
    en: 'file with the request: a curl line, raw HTTP, an address or JSON (default: standard input)',
    zh: '请求所在的文件：curl 命令行、原始 HTTP、地址或 JSON（默认读标准输入）',
  },
  scheme: {
    en: 'how it is signed, where it does not show',
    zh: '签名方式（从请求看不出来时）',
  },
  signature: {
    en: 'the signature to judge, in the place of the one in the request',
    zh: '要判断的签名，代替请求里的那个',
  },
  bytes: { en: 'show every step byte by byte', zh: '逐字节显示每一步' },
} satisfies Record<string, Text>
