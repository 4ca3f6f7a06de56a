// How npm start begins: what compiling the sources gave is kept beside the dependencies, and the next
// start needs half the time, and neither the compiler of TypeScript nor its 30 MB of memory. That is
// why this file is no TypeScript. Where nothing can be written, all is compiled anew each time.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

// Older ones do not know what follows, and would say so in words of their own.
const oldestNode = 24
if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Koogate does not start. It needs Node.js ${oldestNode} or newer and this is ${process.version}: npm ci brings the right one, for npm start and npx node, unless its install scripts are switched off (--ignore-scripts).\n`,
  )
  process.exit(1)
}

// npm hands SIGTERM and SIGINT on, but nothing tells when it is killed outright: then this process gets
// another parent, and without this it would go on alone and keep the port and the database.
const parent = process.ppid
const parentLookMs = 250
if (process.env.npm_lifecycle_event !== undefined) {
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, parentLookMs)
  look.unref()
}

module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/koogate', import.meta.url)))
await import('./main.ts')
