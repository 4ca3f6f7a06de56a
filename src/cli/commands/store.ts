import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Text } from '../language.ts'
import { addKeyOptions, collect } from '../options.ts'
import type { StoreFlags } from '../store/read-flags.ts'

/** `koogate store`: a store on one port, with a page, an API, the open APIs and an auth centre. */
export function addStore(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('store')
    .description(say(texts.about))
    .option('--port <port>', say(texts.port))
    .option('--host <address>', say(texts.host))
    .option('--seller <url>', say(texts.seller), collect)
    .option('--orders <url>', say(texts.orders))
    .option('--app-id <id>', say(texts.appId))
    .option('--public-key <file>', say(texts.publicKey))
    .option('--callback <url>', say(texts.callback))
    .option('--state <file>', say(texts.state))
    .option('--within <seconds>', say(texts.within))
    .option('--still', say(texts.still))
    .option('--seed <text>', say(texts.seed))
  return addKeyOptions(command, context.output).action(async (flags: StoreFlags) => {
    const { runStore } = await import('../store/run-store.ts')
    await runStore(flags, context)
  })
}

const texts = {
  about: {
    en: 'Runs a store on one port: a page, an API, the open APIs and the auth centre',
    zh: '在一个端口运行云商店：页面、API、开放接口和认证中心',
  },
  port: { en: 'listen at this port (default: 4100)', zh: '监听端口（默认 4100）' },
  host: {
    en: 'listen at this address (default: 127.0.0.1); any other needs KOOGATE_STORE_TOKEN, which callers of the API show',
    zh: '监听地址（默认 127.0.0.1）；其他地址需要 KOOGATE_STORE_TOKEN，API 调用方须出示',
  },
  seller: {
    en: 'production address of a server to sell a product of, or <generation>=<url>; may be given again',
    zh: '要上架的商品的生产地址，或 <generation>=<url>，可重复',
  },
  orders: { en: 'address that is told of orders', zh: '接收订单通知的地址' },
  appId: {
    en: 'application credential, for joint operation; with --public-key',
    zh: '联营商品的应用ID，与 --public-key 同用',
  },
  publicKey: { en: 'public key of the seller, PEM or Base64', zh: '商家的公钥，PEM 或 Base64' },
  callback: { en: 'callback address of the credential', zh: '应用凭证的回调地址' },
  state: {
    en: 'keep the state in this file (default: in memory)',
    zh: '把状态保存在该文件（默认在内存）',
  },
  still: {
    en: 'the clock stands still between two jumps (default: it runs)',
    zh: '时钟在两次跳转之间静止不动（默认运行）',
  },
  seed: {
    en: 'what ids are made of: the same seed makes the same ids',
    zh: '生成编号的种子：种子相同，编号相同',
  },
  within: { en: 'wait so many seconds for an answer (default: 5)', zh: '等待应答的秒数（默认 5）' },
} satisfies Record<string, Text>
