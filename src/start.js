// How npm start begins: what compiling the sources gave is kept beside the dependencies, and the next
// start needs half the time, and neither the compiler of TypeScript nor its 30 MB of memory. That is
// why this file is no TypeScript. Where nothing can be written, all is compiled anew each time.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/koogate', import.meta.url)))
await import('./main.ts')
