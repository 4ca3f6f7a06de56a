import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { clientFiles } from '../../scripts/site/clients.ts'

/** What ran a command to its end printed; throws with both streams if it failed. */
export async function run(folder: string, [command = '', ...args]: readonly string[]) {
  const { stdout } = await promisify(execFile)(command, args, { cwd: folder })
  return stdout
}

/** Whether a command is here and succeeds. */
export function works(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** Writes files, with the folders that they are in. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

// The first tier of the compiler is enough for programs that run for a moment.
const quickJava = '-XX:TieredStopAtLevel=1'
const oneThread = '-XX:+UseSerialGC'

const javac = [
  'javac',
  '-encoding',
  'UTF-8',
  `-J${quickJava}`,
  `-J${oneThread}`,
  '-proc:none',
  '-g:none',
  '-d',
  'out',
]
const java = ['java', quickJava, oneThread, '-cp', 'out']

/** How the client of a language is tried. */
export interface Way {
  readonly isHere: () => boolean
  readonly needs: string
  readonly files: (client: string, program: string) => Readonly<Record<string, string>>
  /** Commands; the last one prints the ids. */
  readonly commands: readonly (readonly string[])[]
}

/** What tries each client: its file, and a program that prints the ids of what a seller has sold. */
export const ways: Readonly<Record<keyof typeof clientFiles, Way>> = {
  java: {
    isHere: () => works('javac', '-version'),
    needs: 'java and javac are not on this machine',
    files: (client, program) => ({ 'koogate/Koogate.java': client, 'List.java': program }),
    commands: [
      [...javac, 'koogate/Koogate.java', 'List.java'],
      [...java, 'ListInstances'],
    ],
  },
  python: {
    isHere: () => works('python3', '-c', 'import httpx'),
    needs: 'python3 with httpx is not on this machine',
    files: (client, program) => ({ 'koogate.py': client, 'list.py': program }),
    commands: [['python3', 'list.py']],
  },
  go: {
    isHere: () => works('go', 'version'),
    needs: 'go is not on this machine',
    files: (client, program) => ({
      'client/koogate.go': client,
      'go.mod': 'module seller.example.com/app\n\ngo 1.18\n',
      'main.go': program,
    }),
    commands: [['go', 'run', '.']],
  },
  php: {
    isHere: () => works('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'),
    needs: 'php with its curl extension is not on this machine',
    files: (client, program) => ({ 'koogate.php': client, 'list.php': program }),
    commands: [['php', 'list.php']],
  },
  typescript: {
    isHere: () => true,
    needs: '',
    files: (client, program) => ({
      'koogate.ts': client,
      'list.ts': program,
      'package.json': '{"type":"module"}',
    }),
    commands: [[process.execPath, 'list.ts']],
  },
}
