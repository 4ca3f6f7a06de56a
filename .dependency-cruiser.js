// Who may import whom. `npm run lint:imports` checks it, and scripts/architecture.ts draws it.

// A room imports from its own floor or from below; the lowest floor comes first.
export const floors = [
  ['contract'],
  ['domain', 'crypto', 'mask'],
  ['interfaces.ts'],
  ['db', 'store-api', 'auth-centre', 'webhooks', 'ports'],
  ['events'],
  ['calls'],
  ['sso'],
  ['management', 'jobs'],
  ['http'],
  ['shadow', 'import'],
  ['config', 'tracing', 'app', 'app.ts', 'explain-start.ts', 'log.ts', 'main.ts'],
]
const beside = ['simulator', 'conform', 'explain', 'preflight', 'cli', 'client.ts', 'console']
// What plays and judges a seller knows HTTP and the contract, and nothing of the service.
const tools = ['simulator', 'conform', 'explain', 'preflight', 'cli']

const inside = (rooms) => `^src/(${rooms.map((room) => room.replace('.', '\\.')).join('|')})(/|$)`

const upwards = floors.slice(0, -1).map((rooms, floor) => ({
  name: `not-up-from-${rooms[0]}`,
  comment: 'Imports go down only.',
  severity: 'error',
  from: { path: inside(rooms) },
  to: { path: inside(floors.slice(floor + 1).flat()) },
}))

export default {
  forbidden: [
    ...upwards,
    {
      name: 'no-circular',
      comment: 'Two files that import each other are one file, or a third is missing.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'a-floor-for-every-room',
      comment: 'A new room is entered in the list of floors above.',
      severity: 'error',
      from: { path: '^src/', pathNot: [inside([...floors.flat(), ...beside]), '^src/start\\.js$'] },
      to: {},
    },
    {
      name: 'only-contract-imports-generated',
      comment: 'The client takes types alone: it runs in browsers, where contract/ does not.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/contract/', '^src/client\\.ts$'] },
      to: { path: '^generated/' },
    },
    {
      name: 'only-db-speaks-sql',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/db/' },
      to: { path: '^node_modules/(kysely|pg|@electric-sql)/' },
    },
    {
      name: 'simulator-knows-crypto-and-contract-only',
      comment:
        'Played with the code of the service it would share its mistakes. What it prints is masked alike.',
      severity: 'error',
      from: { path: '^src/simulator/' },
      to: { path: '^src/', pathNot: inside(['simulator', 'crypto', 'contract', 'mask']) },
    },
    {
      name: 'tools-know-nothing-of-the-service',
      comment: 'They judge any seller, whatever it is written in.',
      severity: 'error',
      from: { path: inside(['conform', 'preflight', 'cli']) },
      to: { path: '^src/', pathNot: inside([...tools, 'crypto', 'contract', 'mask']) },
    },
    {
      name: 'explain-runs-in-a-browser',
      comment: 'A page of the docs carries it.',
      severity: 'error',
      from: { path: '^src/explain/' },
      to: { path: '^src/', pathNot: inside(['explain']) },
    },
    {
      name: 'only-tools-import-tools',
      severity: 'error',
      from: { path: '^src/', pathNot: inside(tools) },
      to: { path: inside(tools) },
    },
    {
      name: 'console-is-a-client',
      comment: 'It does what anybody can do by the management contract.',
      severity: 'error',
      from: { path: inside(['console']) },
      to: { path: '^(src|generated)/', pathNot: inside(['console', 'client.ts']) },
    },
    {
      name: 'nobody-imports-the-console',
      severity: 'error',
      from: { path: '^src/', pathNot: inside(['console']) },
      to: { path: inside(['console']) },
    },
    {
      name: 'client-imports-nothing-of-the-service',
      severity: 'error',
      from: { path: '^src/client\\.ts$' },
      to: { path: '^(src|generated)/', pathNot: '^generated/management\\.ts$' },
    },
    {
      name: 'client-takes-types-of-the-contract-only',
      severity: 'error',
      from: { path: '^src/client\\.ts$' },
      to: { path: '^generated/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|generated)/' },
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
