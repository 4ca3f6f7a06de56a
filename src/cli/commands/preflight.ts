import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Text } from '../language.ts'
import { addKeyOptions } from '../options.ts'
import type { PreflightFlags } from '../preflight/run-preflight.ts'

/** `koogate preflight <file>`: a listing draft and a live address against the rules of the console. */
export function addPreflight(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('preflight')
    .description(say(texts.about))
    .argument('[file]', say(texts.file))
    .option('--init [folder]', say(texts.init))
    .option('--live', say(texts.live))
    .option('--sarif <file>', say(texts.sarif))
  return addKeyOptions(command, context.output).action(
    async (file: string | undefined, flags: PreflightFlags) => {
      const { initDraft, runPreflight } = await import('../preflight/run-preflight.ts')
      if (flags.init === undefined) await runPreflight(file, flags, context)
      else initDraft(flags.init === true ? '.' : flags.init, context)
    },
  )
}

const texts = {
  about: {
    en: 'Holds a listing draft, and with --live its address, against the rules of the store’s console',
    zh: '按云商店控制台的规则检查商品上架草稿；加 --live 时同时检查生产地址',
  },
  file: { en: 'listing draft, YAML or JSON', zh: '上架草稿（YAML 或 JSON）' },
  init: {
    en: 'write a draft to begin with and its JSON Schema into a folder (default: here)',
    zh: '在目录中写入草稿模板及其 JSON Schema（默认当前目录）',
  },
  live: {
    en: 'call the address of the draft too, each debug case twice, as test calls',
    zh: '同时调用草稿中的生产地址，每个调试用例两次，均为测试调用',
  },
  sarif: { en: 'write the findings as SARIF too', zh: '同时以 SARIF 格式写出' },
} satisfies Record<string, Text>
