#!/usr/bin/env node
// Read by whatever Node is there, so that one which is too old says so in a sentence: no word of this file
// is newer than Node 10.
var oldest = 24
if (parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    'koogate needs Node.js ' + oldest + ' or newer, and this is ' + process.version + '.\n',
  )
  process.exitCode = 2
} else {
  import('./start.js')
}
