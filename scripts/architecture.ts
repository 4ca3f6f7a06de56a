// Draws the rooms of src/ from the imports into CONTRIBUTING.md. `--check` fails where it is stale, and
// for an import that .dependency-cruiser.js forbids.
import { readFileSync, writeFileSync } from 'node:fs'
import { type ICruiseResult, cruise, format } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const page = 'CONTRIBUTING.md'
const [begin, end] = ['<!-- rooms: made by npm run generate -->', '<!-- end of rooms -->']

type Imports = ReadonlyMap<string, ReadonlySet<string>>

/** Every import of src/, with those that are forbidden. */
async function readModules(): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], await extractOptions('./.dependency-cruiser.js'))
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave a text')
  return output
}

/** What each room of src/ imports, by the name of its folder or file. */
function importsOf({ modules }: ICruiseResult): Imports {
  const imports = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules) {
    const room = roomOf(source)
    if (room === undefined) continue
    const rooms = dependencies.map(({ resolved }) => roomOf(resolved))
    const known = imports.get(room) ?? new Set()
    imports.set(room, new Set([...known, ...rooms.filter((one) => one !== undefined)]))
    imports.get(room)?.delete(room)
  }
  return imports
}

function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)/.exec(path)?.[1]?.replace(/\.(ts|js)$/, '')
}

/** Whether a room reaches another through others: then an arrow of its own says nothing new. */
function isReached(from: string, to: string, imports: Imports): boolean {
  const between = [...(imports.get(from) ?? [])].filter((room) => room !== to)
  return between.some((room) => imports.get(room)?.has(to) === true || isReached(room, to, imports))
}

/** The rooms as a Mermaid flow chart, sorted, so that the same imports give the same text. */
export function draw(imports: Imports): string {
  const arrows = [...imports].flatMap(([from, rooms]) =>
    [...rooms].filter((to) => !isReached(from, to, imports)).map((to) => `  ${from} --> ${to}`),
  )
  const alone = [...imports.keys()].filter(
    (room) => !arrows.some((arrow) => arrow.split(' ').includes(room)),
  )
  return ['flowchart TD', ...[...arrows, ...alone.map((room) => `  ${room}`)].sort()].join('\n')
}

const text = readFileSync(page, 'utf8')
const [before = '', rest = ''] = text.split(begin)
const after = rest.split(end)[1] ?? ''
const cruised = await readModules()
const chart = draw(importsOf(cruised))
const fresh = `${before}${begin}\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n\n${end}${after}`

async function check(): Promise<boolean> {
  const { output, exitCode } = await format(cruised, { outputType: 'err' })
  console.log(output)
  if (fresh === text) console.log('the drawing of the rooms is fresh')
  else console.error(`the drawing of the rooms in ${page} is stale: run npm run generate`)
  return exitCode === 0 && fresh === text
}

if (!process.argv.includes('--check')) writeFileSync(page, fresh)
else if (!(await check())) process.exitCode = 1
