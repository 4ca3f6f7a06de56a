import type { Command } from 'commander'
import type { ConformFlags } from '../conform/flags.ts'
import type { Context } from '../context.ts'
import type { Text } from '../language.ts'
import { addKeyOptions, collect } from '../options.ts'

/** `koogate conform <url>`: a verdict on any seller's server, rule by rule. */
export function addConform(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('conform')
    .description(say(texts.about))
    .argument('[url]', say(texts.url))
    .option('--generation <names>', say(texts.generation), collect)
    .option('--address <name=url>', say(texts.address), collect)
    .option('--only <names>', say(texts.only), collect)
    .option('--skip <names>', say(texts.skip), collect)
    .option('--list', say(texts.list))
    .option('--explain <rule>', say(texts.explain))
    .option('--replay <case>', say(texts.replay))
    .option('--seed <digits>', say(texts.seed))
    .option('--baseline <file>', say(texts.baseline))
    .option('--report <form=file>', say(texts.report), collect)
    .option('--within <seconds>', say(texts.within))
    .option('--lanes <number>', say(texts.lanes))
    .option('--public-key <file>', say(texts.publicKey))
    .option('--aes <bits>', say(texts.aes))
    .option('--full', say(texts.full))
    .option('--i-own-this-server', say(texts.own))
    .option('--store-port <port>', say(texts.storePort))
  return addKeyOptions(command, context.output).action(
    async (url: string | undefined, flags: ConformFlags) => {
      const { runConform } = await import('../conform/run-conform.ts')
      await runConform(url, flags, context)
    },
  )
}

const texts = {
  about: {
    en: 'Judges a seller’s server by the rules of the store, whatever it is written in',
    zh: '按云商店的规则检验商家的服务器，不论用什么语言编写',
  },
  url: {
    en: 'production address as pasted into the console',
    zh: '填入控制台的生产系统接口地址',
  },
  generation: {
    en: 'generations of interfaces, such as saasV2,orders (default: the latest that each key opens)',
    zh: '接口代次，例如 saasV2,orders（默认：每个密钥对应的最新一代）',
  },
  address: {
    en: 'address of one generation, if it has its own: orders=/notify or orders=https://…; may be given again',
    zh: '某一代接口的单独地址：orders=/notify 或 orders=https://…，可重复',
  },
  only: { en: 'judge these groups or rules only', zh: '只检验这些规则组或规则' },
  skip: { en: 'leave these groups or rules out', zh: '跳过这些规则组或规则' },
  list: { en: 'list the rules', zh: '列出所有规则' },
  explain: {
    en: 'what a rule asks, what comes of breaking it, and how it is mended',
    zh: '说明一条规则：要求、后果与修复方法',
  },
  replay: {
    en: 'judge a case again, by the number that stands at each breach',
    zh: '按每个问题后附的用例编号重新检验',
  },
  seed: { en: 'repeat the random choices of a run', zh: '重复某次运行的随机选择' },
  baseline: {
    en: 'an earlier JSON report: what was broken there does not fail now',
    zh: '此前的 JSON 报告：当时已有的问题不再导致失败',
  },
  report: {
    en: 'write a report: junit=FILE,html=FILE,json=FILE',
    zh: '写出报告：junit=文件,html=文件,json=文件',
  },
  within: {
    en: 'wait so many seconds for an answer (default: 20, as the store’s debugger)',
    zh: '等待应答的秒数（默认 20，与云商店调试一致）',
  },
  lanes: {
    en: 'judge so many rules at a time, at each generation (default: 2)',
    zh: '每代接口同时检验的规则数（默认 2）',
  },
  publicKey: {
    en: 'public key of the seller, PEM, for what the kit encrypts',
    zh: '商家的公钥（PEM），联营kit 用它加密',
  },
  aes: {
    en: '256 or 128, as chosen for the fields of V1 in the console (default: 256)',
    zh: '256 或 128，即控制台为 V1 字段所选的算法（默认 256）',
  },
  full: {
    en: 'a whole life by real calls, beside the test calls; the server has to be yours',
    zh: '除测试调用外，以真实调用走完整个生命周期；服务器必须属于您',
  },
  own: {
    en: 'says so: no buyer is on this server',
    zh: '确认服务器属于您且没有买家使用',
  },
  storePort: {
    en: 'with --full: answer the seller’s order queries at this port; KOOGATE_STORE_AK and _SK of the environment are its keys',
    zh: '配合 --full：在该端口应答商家的订单查询；密钥取环境变量 KOOGATE_STORE_AK 和 KOOGATE_STORE_SK',
  },
} satisfies Record<string, Text>
