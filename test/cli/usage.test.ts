import { expect, test } from 'vitest'
import { koogate } from './run-koogate.ts'

const commands = ['store', 'conform', 'trigger', 'listen', 'sign', 'explain', 'preflight']
const zh = { env: { LANG: 'zh_CN.UTF-8' } }

test('help names every command and every exit code, and is no failure', async () => {
  const { code, out, err } = await koogate(['--help'])
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(out).toMatch(/^Usage: koogate <command> \[options\]\n/)
  for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
  const codes = [...out.matchAll(/^ {2}(\d+) +\S/gm)].map(([, one]) => Number(one))
  expect(codes).toEqual([0, 1, 2, 3, 4, 130])
})

test.each(commands)('help of %s tells its options, --json among them', async (command) => {
  const { code, out } = await koogate([command, '--help'])
  expect(code).toBe(0)
  expect(out).toMatch(new RegExp(`^Usage: koogate ${command} `))
  expect(out).toContain('--json')
  expect(out).toContain('--key-file <file>')
})

test('help is Chinese where the shell is, all of it', async () => {
  const pages = await Promise.all(
    [[], ...commands.map((command) => [command])].map((args) => koogate([...args, '--help'], zh)),
  )
  for (const { code, out } of pages) {
    expect(code).toBe(0)
    expect(out).toMatch(/^用法： koogate /)
    const english = out.split('\n').filter((line) => / {2,}[A-Za-z][a-z]+ [a-z]+ [a-z]+/.test(line))
    expect(english).toEqual([])
  }
})

test('the version is that of the package', async () => {
  expect(await koogate(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' })
})

test('without a command it shows the help on standard error, and exits with 2', async () => {
  const { code, out, err } = await koogate([])
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('Usage: koogate')
})

test.each([
  [
    ['trigger', 'newInstance', '--urll', 'x'],
    "unknown option '--urll' (Did you mean --url?). See koogate trigger --help.",
    '没有选项 --urll（是否为 --url？）。请看 koogate trigger --help。',
  ],
  [
    ['triger'],
    "unknown command 'triger' (Did you mean trigger?). See koogate triger --help.",
    '没有命令 triger（是否为 trigger？）',
  ],
  [['listen'], "missing required argument 'url'", '缺少参数 url'],
  [
    ['trigger', 'newInstance', '--key'],
    "option '--key <key>' argument missing",
    '选项 --key <key> 缺少值',
  ],
  [['trigger', 'newInstance', 'again'], 'too many arguments for', '参数过多'],
])('%j is told in a sentence, and exits with 2', async (args, english, chinese) => {
  const told = await koogate(args)
  expect(told).toMatchObject({ code: 2, out: '' })
  expect(told.err).toContain(english)
  expect(told.err.trimEnd().split('\n')).toHaveLength(1)
  expect((await koogate(args, zh)).err).toContain(chinese)
})

test('a wrong use is JSON on standard output with --json', async () => {
  const { code, out } = await koogate(['trigger', 'newInstance', '--nonsense', '--json'])
  expect(code).toBe(2)
  expect(JSON.parse(out)).toMatchObject({ error: { kind: 'wrongUse' } })
  expect(out).toContain('--nonsense')
})
