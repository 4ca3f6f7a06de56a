import type { Command } from 'commander'
import type { ConformFlags } from '../conform/read-flags.ts'
import type { Context } from '../context.ts'
import type { Text } from '../language.ts'
import { addKeyOptions, collect } from '../options.ts'

/** `koogate conform <url>`: judges a seller's server by the rules of the store. */
export function addConform(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('conform')
    .description(say(texts.about))
    .argument('[url]', say(texts.url))
    .option('--interfaces <names>', say(texts.interfaces))
    .option('--address <names=url>', say(texts.address), collect)
    .option('--only <names>', say(texts.only), collect)
    .option('--skip <names>', say(texts.skip), collect)
    .option('--list', say(texts.list))
    .option('--explain <rule>', say(texts.explain))
    .option('--report <form=file>', say(texts.report), collect)
    .option('--baseline <file>', say(texts.baseline))
    .option('--replay <case>', say(texts.replay))
    .option('--seed <hex>', say(texts.seed))
    .option('--within <seconds>', say(texts.within))
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
    en: 'Judges a seller’s server by the rules of the store',
    zh: '按云商店的规则检验商家的服务器',
  },
  url: {
    en: 'production address as pasted into the console',
    zh: '填入控制台的生产地址',
  },
  interfaces: {
    en: 'generations of interfaces, with commas (default: the latest that each key opens)',
    zh: '接口代，用逗号分隔（默认：每个密钥对应的最新一代）',
  },
  address: {
    en: 'another address of some interfaces, such as orders=/notify; may be given again',
    zh: '部分接口的其他地址，例如 orders=/notify，可重复',
  },
  only: { en: 'only these rules or groups, with commas', zh: '只检验这些规则或规则组，用逗号分隔' },
  skip: { en: 'not these rules or groups, with commas', zh: '跳过这些规则或规则组，用逗号分隔' },
  list: { en: 'list the rules', zh: '列出所有规则' },
  explain: { en: 'tell all that is known of a rule', zh: '说明一条规则的全部内容' },
  report: {
    en: 'write a report: junit=FILE, html=FILE, json=FILE; may be given again',
    zh: '写出报告：junit=文件、html=文件、json=文件，可重复',
  },
  baseline: {
    en: 'earlier JSON report: what was broken then does not fail now',
    zh: '之前的 JSON 报告：当时未符合的规则这次不算失败',
  },
  replay: { en: 'judge a case of a report once more', zh: '重新检验报告中的一个用例' },
  seed: { en: 'repeat the random choices of a run', zh: '重复某次运行的随机选择' },
  within: {
    en: 'wait so many seconds for an answer (default: 20)',
    zh: '等待应答的秒数（默认 20）',
  },
  publicKey: { en: 'public key of the seller, for the kit', zh: '商家的公钥，用于联营 kit' },
  aes: {
    en: '256 or 128, as chosen for the fields of V1 in the console (default: 256)',
    zh: '256 或 128，即控制台为 V1 字段所选的算法（默认 256）',
  },
  full: {
    en: 'real calls: a whole life of instances of its own',
    zh: '真实调用：执行自建实例的完整生命周期',
  },
  own: {
    en: 'says that this server is yours, which --full asks for',
    zh: '声明服务器属于您，--full 需要',
  },
  storePort: {
    en: 'with --full, be the store that the seller asks about orders, at this port; AK and SK from KOOGATE_STORE_AK and KOOGATE_STORE_SK',
    zh: '与 --full 同用，在该端口充当商家查询订单的云商店；AK 和 SK 取自 KOOGATE_STORE_AK 和 KOOGATE_STORE_SK',
  },
} satisfies Record<string, Text>
