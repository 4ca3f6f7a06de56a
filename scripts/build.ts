// Makes dist/: the sources as plain JavaScript, and beside them what is read of src/ and generated/.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, statSync } from 'node:fs'
import { buildOwnConsole } from './console/build.ts'

// The console is copied as it is built.
await buildOwnConsole()
rmSync('dist', { recursive: true, force: true })
const { error, status } = spawnSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
if (error !== undefined) throw error
if (status !== 0) process.exit(1)
// The page of the simulated store, which browsers get as it is; src/start.js compiles the sources.
cpSync('src', 'dist/src', {
  recursive: true,
  filter: (path) =>
    path !== 'src/console' &&
    (statSync(path).isDirectory() || !/\.ts$|^src\/start\.js$/.test(path)),
})
// A site that is being built beside this is not one yet.
cpSync('generated', 'dist/generated', {
  recursive: true,
  filter: (path) => !/^generated\/\w+\.ts$|\/\.site-/.test(path),
})
