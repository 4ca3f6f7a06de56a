import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Text } from '../language.ts'
import type { ListenFlags } from '../listen/run-listen.ts'
import { addKeyOptions } from '../options.ts'

/** `koogate listen <url>`: what the store says to a seller's server, as it passes. */
export function addListen(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('listen')
    .description(say(texts.about))
    .argument('<url>', say(texts.url))
    .option('--port <port>', say(texts.port))
    .option('--host <address>', say(texts.host))
    .option('--members', say(texts.members))
  return addKeyOptions(command, context.output).action(async (url: string, flags: ListenFlags) => {
    const { runListen } = await import('../listen/run-listen.ts')
    await runListen(url, flags, context)
  })
}

const texts = {
  about: {
    en: 'Stands before a seller’s server and shows the store’s calls as they pass',
    zh: '置于商家服务器之前，显示经过的云商店调用',
  },
  url: { en: 'where the seller’s server is', zh: '商家服务器的地址' },
  port: { en: 'listen at this port (default: 4015)', zh: '监听端口（默认 4015）' },
  host: { en: 'listen at this address (default: 127.0.0.1)', zh: '监听地址（默认 127.0.0.1）' },
  members: {
    en: 'show what calls and answers carry, private members masked',
    zh: '显示调用与应答的内容，隐私字段已遮盖',
  },
} satisfies Record<string, Text>
