/** How much a guarantee is tried: `small` by `npm test`, `long` by `npm run test:long`. */
interface Sizes {
  readonly small: number
  readonly long: number
}

// The one place that tells the two runs apart.
const sizes = {
  /** Random lives of SaaS V2 instances, held against the model. */
  lifeCycleRuns: { small: 4, long: 1_000 },
  /** The same of SaaS V1. */
  v1LifeCycleRuns: { small: 4, long: 1_000 },
  /** On the embedded database, at most; in a small run one of the two. */
  embeddedLifeCycleRuns: { small: 1, long: Infinity },
  /** Random changes and lists of departments, held against the model. */
  departmentRuns: { small: 8, long: 1_000 },
  /** Mutated requests with a body, 16 at once. */
  mutatedRequests: { small: 960, long: 100_000 },
  /** Odd V1 queries, of each interface. */
  mutatedQueries: { small: 60, long: 10_000 },
  /** Fields that Java and we encrypt for each other. */
  javaFields: { small: 60, long: 10_000 },
  /** Random requests that are signed with access keys, and verified by somebody else. */
  randomRequests: { small: 500, long: 50_000 },
  /** Random requests that are explained as the service verifies them. */
  explainedRequests: { small: 40, long: 5_000 },
  /** Random bodies that are read by their bytes alone, and held against the parsed ones. */
  rawBodies: { small: 20, long: 5_000 },
  /** Orders in which the store replays the debug cases. */
  dialTestOrders: { small: 1, long: 20 },
  /** The same of all families among each other, in each mode of provisioning. */
  dialTestMixes: { small: 1, long: 20 },
  dialTestModes: { small: 1, long: Infinity },
  /** Kills of a process that is starting, and of one under load. */
  killsWhileStarting: { small: 1, long: 10 },
  killsUnderLoad: { small: 1, long: 50 },
  /** Instances that two replicas sell while the feed is read and its relays are killed. */
  soldWhileRead: { small: 24, long: 2_000 },
  /** Kills between the commit of an ask and that of its answer. */
  killsBetweenCommits: { small: 1, long: 20 },
  /** Calls at once that buy the same, each of which has its answer in time on a busy machine too. */
  identicalCalls: { small: 32, long: 64 },
  /** Draws of rows for each table that a call writes to, in binary form and as JSON. */
  binaryRows: { small: 15, long: 500 },
  /** How often every connection to the database is ended under load. */
  terminations: { small: 3, long: 25 },
  /** Scenarios of the demo; the others pass on the embedded database in embedded-lives.test.ts. */
  demoScenarios: { small: 1, long: Infinity },
  /** What nobody signed: interfaces of each way to sign, bodies and ways to cut them for each of them. */
  interfacesASignature: { small: 1, long: Infinity },
  hostileBodies: { small: 1, long: Infinity },
  /** Of queries, of addresses, and of addresses that get chunks of a byte. */
  hostileTargets: { small: 2, long: Infinity },
  hostileChunks: { small: 1, long: Infinity },
  /** Pages of the console about webhooks and usage that are looked at for everybody, in how many looks. */
  webhookPages: { small: 2, long: Infinity },
  webhookLooks: { small: 1, long: Infinity },
  /** Requests and scenes that the mock is asked for of each operation. */
  mockedScenes: { small: 1, long: Infinity },
  /** Rows of each of its lists that are opened, and how often it is started and stopped. */
  openedRows: { small: 4, long: Infinity },
  mockStarts: { small: 1, long: 50 },
  /** Connections at once that send all but the end of a body of 10 MiB. */
  halfBodies: { small: 12, long: 100 },
  /** Wrong tokens that somebody tries to sign in with. */
  wrongSignIns: { small: 60, long: 1_000 },
  /** Databases that the suites of the families run on: the server alone, or the embedded one too. */
  databases: { small: 1, long: 2 },
  /** Generations of the kit that a full list of departments is sent by. */
  fullLists: { small: 1, long: 2 },
  /** Pages of the console that are told hostile texts, and looks at them in a language and a scheme. */
  hostilePages: { small: 1, long: Infinity },
  siteLooks: { small: 1, long: Infinity },
  /** Looks at the pages of instances in a language and a scheme. */
  consoleLooks: { small: 1, long: Infinity },
  /** Of the pages that a file about the console looks at, in a look. */
  consolePages: { small: 1, long: Infinity },
  /** Of the pages of the console with dialogs, those whose dialogs are opened and closed. */
  dialogPages: { small: 3, long: Infinity },
  /** Lists of the console that are filtered by a time. */
  filteredLists: { small: 2, long: Infinity },
  /** Pages of the docs of each kind that are looked at in the browser. */
  lookedAtPages: { small: 1, long: Infinity },
  /** Colours that each is looked at in at each width; in a small run light on a phone and dark on a desktop. */
  lookedAtColours: { small: 1, long: 2 },
  /** References beside the one that a link leads to. */
  lookedAtReferences: { small: 0, long: Infinity },
  /** Queries that are typed there, and addresses that it does not have. */
  typedQueries: { small: 2, long: Infinity },
  unknownAddresses: { small: 1, long: Infinity },
  /** Programs of the docs that are run against a server, of each way to sign in each language. */
  signedSamples: { small: 5, long: Infinity },
  /** The same of every interface in every language. */
  interfaceSamples: { small: 2, long: 60 },
  /** Instances of a file that is imported twice. */
  importedRows: { small: 50, long: 10_000 },
  /** Recorded calls that a shadow run answers. */
  shadowCalls: { small: 100, long: 10_000 },
  /** How much later than it may a host is asked that has failed for days. */
  awayLaterHours: { small: 18, long: 0 },
  /** Events that wait for an endpoint which is away, and the pauses that are lived through one by one. */
  awayEvents: { small: 150, long: 10_000 },
  awayPauses: { small: 8, long: Infinity },
  /** How often a process that gives positions to these events and delivers them is killed. */
  killsOfCouriers: { small: 2, long: 15 },
  /** Replicas of the version before that are replaced, calls between two steps of that, and callers. */
  replacedReplicas: { small: 1, long: 2 },
  callsAnUpgradeStep: { small: 80, long: 1_500 },
  upgradeCallers: { small: 4, long: 16 },
  /** Records of usage that are reported while the store fails and processes are killed, and how often one is. */
  usageRecords: { small: 120, long: 100_000 },
  killsOfPushers: { small: 1, long: 20 },
  /** Places at which each edit of a bundled document is made, and edits drawn at random. */
  diffEditsARule: { small: 1, long: 40 },
  diffMutations: { small: 100, long: 20_000 },
  /** Rules beside its own that the twin of each must keep, and twins that are asked. */
  rulesATwin: { small: 1, long: Infinity },
  crossedTwins: { small: 8, long: Infinity },
  /** Rules that the seller who does everything right is judged by. */
  keptRules: { small: 24, long: Infinity },
  /** Rules that sellers in other languages and those of public samples are judged by, beside their own. */
  foreignRules: { small: 8, long: Infinity },
  sampledRules: { small: 3, long: Infinity },
  /** Sellers that make the mistakes of public samples. */
  publicSamples: { small: 2, long: Infinity },
  /** Programs that are tried as the bench starts them, beside the service and the lean one. */
  benchPrograms: { small: 1, long: Infinity },
  /** Languages, of those on this machine, in which the client of the management API lists what is sold. */
  clientLanguages: { small: 1, long: Infinity },
  /** Generations of interfaces at which Koogate is judged, and rules that it is judged by. */
  judgedGenerations: { small: 2, long: 8 },
  rulesAtKoogate: { small: 30, long: Infinity },
  /** Saved debug cases that the store replays twice a day for 13 months. */
  dialTestedCases: { small: 1, long: 5 },
  /** Lives of a store that is saved and loaded on the way. */
  savedStores: { small: 4, long: 500 },
  /** Parts of the page of the simulated store that are looked at in each language. */
  lookedAtParts: { small: 1, long: Infinity },
  /** Languages and widths in which a report of conformance is looked at. */
  lookedAtReports: { small: 1, long: 2 },
  /** Random lives whose messages are counted and run again, and kills of the process that runs them. */
  rerunLives: { small: 1, long: 300 },
  killsOfReruns: { small: 1, long: 20 },
  /** Connections of a service to its database that calls meet on. */
  databaseConnections: { small: 8, long: 16 },
  /** How long a test may take. */
  minutesATest: { small: 2, long: 60 },
} satisfies Record<string, Sizes>

/** True for `npm run test:long`, which also runs what starts many processes for one sentence. */
export const isLong = process.env['TEST_SCALE'] === 'long'

/** The sizes of this run. */
export const scale = Object.fromEntries(
  Object.entries(sizes).map(([name, { small, long }]) => [name, isLong ? long : small]),
) as Readonly<Record<keyof typeof sizes, number>>

/** The databases that a family's suite runs on. */
export const databases = (['server', 'embedded'] as const).slice(0, scale.databases)

/** Whatever is random in a run comes from this; printed at its end. */
export const seed = Number(process.env['TEST_SEED'])

/** So many of a list, drawn by the seed of the run and in their order; all of them if they are fewer. */
export function drawn<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count))
  const first = seed % items.length
  return items.filter((_item, at) => {
    const turned = (at - first + items.length) % items.length
    return turned % step === 0 && turned / step < count
  })
}
