import type { Text } from './language.ts'

/** How a command ends; each has its exit code, the same for every command. */
export const exitCodes = {
  kept: 0,
  broken: 1,
  wrongUse: 2,
  notJudged: 3,
  ourFault: 4,
  stopped: 130,
} as const

export type Ending = keyof typeof exitCodes

/** What the endings mean to whoever reads the help. */
export const endingTexts: Readonly<Record<Ending, Text>> = {
  kept: { en: 'every rule that was judged is kept', zh: '所有已判定的规则均符合' },
  broken: { en: 'a rule is broken', zh: '有规则未符合' },
  wrongUse: { en: 'wrong use, or a file that cannot be read', zh: '用法有误，或文件无法读取' },
  notJudged: {
    en: 'nothing could be judged: no connection, a bad certificate, a wrong key',
    zh: '无法判定：无法连接、证书有误、密钥不对',
  },
  ourFault: { en: 'a fault of koogate itself', zh: 'koogate 自身的错误' },
  stopped: {
    en: 'stopped by Ctrl-C; what is printed is partial',
    zh: '被 Ctrl-C 中止，输出不完整',
  },
}
