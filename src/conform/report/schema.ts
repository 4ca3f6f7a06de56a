import { generations } from '../generations.ts'
import { z } from 'zod'
import { needs } from '../rule.ts'

const Text = z.strictObject({ en: z.string(), zh: z.string() })
const Generation = z.enum(generations)

const Request = z
  .strictObject({
    method: z.string().optional(),
    url: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.string().optional(),
    bytes: z.string().optional().describe('Base64 of what went over a connection of its own.'),
    shell: z
      .string()
      .describe('The request as a line for a shell. Its signature is valid for 60 s.'),
  })
  .describe('A request as it was sent; of a key only the signature stands in it.')

const Answer = z
  .strictObject({
    kind: z.enum(['answer', 'silence', 'unreachable']),
    status: z.int().optional(),
    headers: z.array(z.tuple([z.string(), z.string()])).optional(),
    body: z
      .string()
      .optional()
      .describe('The text, private members hidden, cut after 4000 characters.'),
    bytes: z.int().optional().describe('How long the body was.'),
    reason: z.string().optional(),
    milliseconds: z.int(),
  })
  .describe('What came back.')

const Exchange = z.strictObject({
  generation: Generation,
  activity: z.string(),
  at: z.iso.datetime(),
  request: Request,
  answer: Answer,
})

const Judgement = z
  .strictObject({
    rule: z.string(),
    generation: Generation,
    severity: z.enum(['error', 'warning']),
    standing: z.enum(['kept', 'broken', 'notJudged', 'fault']),
    known: z.boolean().describe('Broken before, by the baseline: it does not fail the run.'),
    title: Text,
    consequence: Text,
    mend: Text,
    source: z.strictObject({ title: z.string(), url: z.string(), note: Text.optional() }),
    reason: Text.optional().describe(
      'Why the rule was not judged, or what the fault of the tool was.',
    ),
    lacks: z.array(z.enum(needs)).describe('What would have to be given so that it can be judged.'),
    case: z.string().describe('What `--replay` takes: the same rule with the same random choices.'),
    calls: z.int(),
    milliseconds: z.int(),
    breaches: z.array(z.strictObject({ message: Text, exchanges: z.array(Exchange) })),
  })
  .describe('A rule at one generation of interfaces.')

const Reached = z.strictObject({
  generation: Generation,
  url: z.string(),
  key: z.string().describe('The fingerprint of the key: the first 8 bytes of its SHA-256, in hex.'),
  state: z.enum(['reached', 'unreachable', 'refused', 'stopped']),
  finding: Text.optional(),
  mend: Text.optional(),
  exchanges: z.array(Exchange),
})

/** What `--report json=FILE` and `--json` write. */
export const ReportSchema = z
  .strictObject({
    koogate: z.string().describe('The version of the tool.'),
    startedAt: z.iso.datetime(),
    milliseconds: z.int(),
    seed: z.string(),
    full: z.boolean().describe('Real calls were made, not test calls.'),
    partial: z.boolean().describe('The run was stopped: rules are missing.'),
    ending: z.enum(['kept', 'broken', 'notJudged', 'ourFault']),
    target: z.string(),
    generations: z.array(Reached),
    counts: z.strictObject({
      kept: z.int(),
      broken: z.int(),
      warnings: z.int(),
      known: z.int(),
      notJudged: z.int(),
      faults: z.int(),
      calls: z.int(),
    }),
    coverage: z.strictObject({
      total: z.int(),
      judged: z.int(),
      rest: z.array(z.strictObject({ why: Text, rules: z.array(z.string()) })),
    }),
    fixed: z.array(z.strictObject({ rule: z.string(), generation: Generation })),
    judgements: z.array(Judgement),
  })
  .describe('A report of koogate conform.')

/** A report as it is written down: keys are fingerprints, and nothing is in it that is not to be read. */
export type WrittenReport = z.infer<typeof ReportSchema>
export type WrittenJudgement = WrittenReport['judgements'][number]
export type WrittenExchange = WrittenJudgement['breaches'][number]['exchanges'][number]
export type WrittenReached = WrittenReport['generations'][number]
