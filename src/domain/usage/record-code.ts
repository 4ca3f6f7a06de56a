/** What a code of a record means for it. */
export interface RecordCode {
  /** `duplicate` has been taken if an earlier attempt had no answer. */
  readonly kind: 'duplicate' | 'unknown-instance' | 'state' | 'refused' | 'expired' | 'defect'
  readonly meaning: string
}

// 话单级错误码; 008 is not among them.
const codes: ReadonlyMap<string, RecordCode> = new Map<string, RecordCode>([
  ['001', { kind: 'unknown-instance', meaning: 'the store does not know the instance' }],
  ['002', { kind: 'defect', meaning: 'the store could not read a time' }],
  ['003', { kind: 'defect', meaning: 'the store could not read the value' }],
  ['004', { kind: 'defect', meaning: 'the store found no id of the record' }],
  ['005', { kind: 'duplicate', meaning: 'another usage record has its id' }],
  ['006', { kind: 'refused', meaning: 'the product has left the market' }],
  ['007', { kind: 'expired', meaning: 'the store says that it is too old' }],
  ['009', { kind: 'refused', meaning: 'the instance belongs to another seller' }],
  [
    '010',
    { kind: 'duplicate', meaning: 'the store has other usage of this instance, begin and end' },
  ],
  ['011', { kind: 'defect', meaning: 'the store found its begin and end wrong' }],
  ['012', { kind: 'refused', meaning: 'the instance is not pay-per-use' }],
  ['013', { kind: 'state', meaning: 'the state of the instance does not allow it' }],
])

/** Reads a code; one that is not known is for an operator. */
export function recordCode(code: string | null): RecordCode {
  const unknown = `the store refused it with the unknown code ${code ?? '(none)'}`
  return codes.get(code ?? '') ?? { kind: 'defect', meaning: unknown }
}
