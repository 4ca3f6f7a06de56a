import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { ExplainFlags } from '../explain/read-flags.ts'
import type { Text } from '../language.ts'
import { addKeyOptions } from '../options.ts'

const schemes = 'v2, v1-query, v1-body, body-sign, kit-v2, ak-sk, usage, webhook'

/** `koogate sign [file]`: a request with its signature. */
export function addSign(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('sign')
    .description(say(texts.sign))
    .argument('[file]', say(texts.file))
    .option('--scheme <name>', `${say(texts.scheme)}: ${schemes}`)
    .option('--access-key <ak>', say(texts.accessKey))
  return addKeyOptions(command, context.output).action(
    async (file: string | undefined, flags: ExplainFlags) => {
      const { runSign } = await import('../explain/run-sign.ts')
      await runSign(file, flags, context)
    },
  )
}

/** `koogate explain [file]`: how a signature is made, and which mistake made a wrong one. */
export function addExplain(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('explain')
    .description(say(texts.explain))
    .argument('[file]', say(texts.file))
    .option('--scheme <name>', `${say(texts.scheme)}: ${schemes}`)
    .option('--signature <value>', say(texts.signature))
  return addKeyOptions(command, context.output).action(
    async (file: string | undefined, flags: ExplainFlags) => {
      const { runExplain } = await import('../explain/run-explain.ts')
      await runExplain(file, flags, context)
    },
  )
}

const texts = {
  sign: {
    en: 'Signs a request as the store or the seller does',
    zh: '像云商店或商家那样为请求签名',
  },
  explain: {
    en: 'Shows byte by byte what a signature is made of, and which mistake makes a wrong one',
    zh: '逐字节显示签名由什么得出，以及错误的签名由什么失误造成',
  },
  file: {
    en: 'file with a curl line, raw HTTP, an address or its parts as JSON (default: standard input)',
    zh: '含 curl 命令行、原始 HTTP、地址或 JSON 的文件（默认：标准输入）',
  },
  scheme: {
    en: 'way of signing, where the request does not show it',
    zh: '签名方式，请求中看不出时需要',
  },
  signature: {
    en: 'received signature, where the message has none',
    zh: '收到的签名，报文中没有时需要',
  },
  accessKey: {
    en: 'AK that goes with ak-sk (default: KOOGATE_STORE_AK)',
    zh: 'ak-sk 所用的 AK（默认：KOOGATE_STORE_AK）',
  },
} satisfies Record<string, Text>
