// Makes dist/: the sources as plain JavaScript, and beside them what the service reads of generated/.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
const { error, status } = spawnSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
if (error !== undefined) throw error
if (status !== 0) process.exit(1)
// A site that is being built beside this is not one yet.
cpSync('generated', 'dist/generated', {
  recursive: true,
  filter: (path) => !/^generated\/\w+\.ts$|\/\.site-/.test(path),
})
