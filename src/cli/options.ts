// Readers of options that several commands have: each gives a value, or a sentence that names the option.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Generation } from '../simulator/calls/calls.ts'
import { generations } from '../simulator/calls/debug-cases.ts'
import type { KeyOptions } from './access-keys.ts'
import { wrongUse } from './failure.ts'
import type { Host } from './host.ts'
import type { Output } from './output.ts'

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** An address with http or https; throws Failure otherwise. */
export function readUrl(text: string, name: string): URL {
  const url = URL.parse(text)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw wrongUse(
    `${name} is ${text}, and not an address such as https://seller.example.com/store.`,
    `${name} 的值 ${text} 不是 https://seller.example.com/store 这样的地址。`,
  )
}

/** A whole number between two; throws Failure otherwise. */
export function readNumber(
  text: string,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw wrongUse(
    `${name} is ${text}, and not a whole number from ${least} to ${most}.`,
    `${name} 的值 ${text} 不是 ${least} 到 ${most} 之间的整数。`,
  )
}

export const portRange = { least: 0, most: 65_535 }

/** A generation of interfaces by its name; throws Failure otherwise. */
export function readGeneration(text: string, name = '--generation'): Generation {
  const found = generations.find((one) => one === text)
  if (found !== undefined) return found
  const all = generations.join(', ')
  throw wrongUse(
    `${name} is ${text}; there are ${all}.`,
    `${name} 的值 ${text} 不存在；可选 ${all}。`,
  )
}

/** How the fields of V1 are encrypted, by the bits of `--aes`; throws Failure for other bits. */
export function readEncryptType(bits = '256'): '1' | '2' {
  if (bits === '256') return '1'
  if (bits === '128') return '2'
  throw wrongUse(
    `--aes is ${bits}, and neither 256 nor 128.`,
    `--aes 的值 ${bits} 不是 256 或 128。`,
  )
}

/** Adds the options that say where the seller's keys come from. */
export function addKeyOptions(command: Command, { say }: Output): Command {
  const key = {
    en: 'access key (in V1 the Key); <type>=<key> for one of basic, v1, kit, license, order',
    zh: '访问密钥（V1 为 Key值）；<type>=<key> 只用于一种类型：basic、v1、kit、license、order',
  }
  const file = {
    en: 'file with the keys; without either, KOOGATE_BASIC_KEY and its like of the environment',
    zh: '密钥文件；两者都不给时，取环境变量 KOOGATE_BASIC_KEY 等',
  }
  return command.option('--key <key>', say(key), collect).option('--key-file <file>', say(file))
}

/** Where the service that runs here keeps the keys that its first start made, if it does. */
export function ownKeyFile({ DATA_DIR = 'data' }: Host['env']): Pick<KeyOptions, 'keyFile'> {
  const keyFile = join(DATA_DIR, 'secrets.json')
  return existsSync(keyFile) ? { keyFile } : {}
}
