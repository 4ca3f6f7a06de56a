import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Text } from '../language.ts'
import { addKeyOptions, collect } from '../options.ts'
import type { TriggerFlags } from '../trigger/read-flags.ts'

/** `koogate trigger <event>`: one call of the store, to a seller's server that runs. */
export function addTrigger(program: Command, context: Context): Command {
  const { say } = context.output
  const command = program
    .command('trigger')
    .description(say(texts.about))
    .argument('[event]', say(texts.event))
    .option('--list', say(texts.list))
    .option('--url <address>', say(texts.url))
    .option('--generation <name>', say(texts.generation))
    .option('--set <name=value>', say(texts.set), collect)
    .option('--real', say(texts.real))
    .option('--within <seconds>', say(texts.within))
    .option('--public-key <file>', say(texts.publicKey))
    .option('--aes <bits>', say(texts.aes))
  return addKeyOptions(command, context.output).action(
    async (event: string | undefined, flags: TriggerFlags) => {
      const { listEvents, runTrigger } = await import('../trigger/run-trigger.ts')
      if (flags.list) listEvents(context)
      else await runTrigger(event, flags, context)
    },
  )
}

const texts = {
  about: {
    en: 'Sends one call of the store to a seller’s server that runs, and judges the answer',
    zh: '向正在运行的商家服务器发送一次云商店调用，并检验应答',
  },
  event: { en: 'the activity, such as newInstance', zh: '接口名称，例如 newInstance' },
  list: { en: 'list the events', zh: '列出所有事件' },
  url: {
    en: 'production address as pasted into the console (default: the service on this machine)',
    zh: '填入控制台的生产地址（默认：本机上的服务）',
  },
  generation: {
    en: 'generation of interfaces, where several know the event (default: the latest)',
    zh: '多代接口都有该事件时指定其中一代（默认最新）',
  },
  set: {
    en: 'another value of a member (name=value, or name:=json); may be given again',
    zh: '修改一个参数（name=value 或 name:=json），可重复',
  },
  real: {
    en: 'a real call, without the flag of test calls: the seller will carry it out',
    zh: '真实调用，不带测试标识：商家会真正执行',
  },
  within: {
    en: 'wait so many seconds for the answer (default: 5)',
    zh: '等待应答的秒数（默认 5）',
  },
  publicKey: {
    en: 'public key of the seller, PEM, which applicationSync encrypts with',
    zh: '商家的公钥（PEM），applicationSync 用它加密',
  },
  aes: {
    en: '256 or 128, as chosen for the fields of V1 in the console (default: 256)',
    zh: '256 或 128，即控制台为 V1 字段所选的算法（默认 256）',
  },
} satisfies Record<string, Text>
