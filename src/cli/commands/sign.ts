import type { Command } from 'commander'
import { schemeIds } from '../../explain/scheme.ts'
import type { Context } from '../context.ts'
import type { Text } from '../language.ts'
import { addKeyOptions, collect } from '../options.ts'
import type { SignFlags } from '../sign/run-sign.ts'

/** `koogate sign [url]`: a signed request, as a curl line or as JSON. */
export function addSign(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('sign')
    .description(say(texts.about))
    .argument('[url]', say(texts.url))
    .option('--scheme <scheme>', `${say(texts.scheme)}: ${schemeIds.join(', ')}`, 'v2')
    .option('-X, --method <method>', say(texts.method))
    .option('-H, --header <header>', say(texts.header), collect)
    .option('-d, --body <text>', say(texts.body))
    .option('--body-file <file>', say(texts.bodyFile))
    .option('--access-key <ak>', say(texts.accessKey))
    .option('--at <time>', say(texts.at))
    .option('--nonce <text>', say(texts.nonce))
  return addKeyOptions(command, context.output).action(
    async (url: string | undefined, flags: SignFlags) => {
      const { runSign } = await import('../sign/run-sign.ts')
      runSign(url, flags, context)
    },
  )
}

const texts = {
  about: {
    en: 'Signs a request and prints it as a curl line',
    zh: '对请求签名，并输出为 curl 命令行',
  },
  url: {
    en: 'the address with its query; body-sign needs none',
    zh: '带查询参数的地址；body-sign 不需要',
  },
  scheme: { en: 'how to sign', zh: '签名方式' },
  method: {
    en: 'GET or another (default: POST with a body, otherwise GET)',
    zh: '请求方法（默认有正文时为 POST，否则为 GET）',
  },
  header: { en: 'a header, “Name: value”; again for more', zh: '消息头“名称: 值”，可重复' },
  body: { en: 'the body', zh: '正文' },
  bodyFile: { en: 'file with the body, byte for byte', zh: '正文所在的文件，逐字节使用' },
  accessKey: {
    en: 'AK, which is sent along in ak-sk (default: KOOGATE_STORE_AK)',
    zh: 'ak-sk 中随请求发送的 AK（默认取 KOOGATE_STORE_AK）',
  },
  at: {
    en: 'the time to sign with, such as 2026-01-31T08:00:00Z (default: now)',
    zh: '签名所用的时间，如 2026-01-31T08:00:00Z（默认为现在）',
  },
  nonce: { en: 'the nonce (default: a random one)', zh: '随机数（默认随机生成）' },
} satisfies Record<string, Text>
