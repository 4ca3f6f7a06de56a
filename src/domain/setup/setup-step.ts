import type { ManagementSchemas } from '../../contract/index.ts'

/** A value that is pasted in the seller center, or compared. */
export type SetupValue = ManagementSchemas['SetupValue']

/** One step of an address on the way to its first real purchase. */
export interface SetupStep extends Omit<ManagementSchemas['SetupStep'], 'doneAt' | 'lastAt'> {
  /** When it was done first; null where that is not known. */
  readonly doneAt: Date | null
  readonly lastAt: Date | null
}

const blank = {
  interface: null,
  interfaceType: null,
  activity: null,
  condition: null,
  doneAt: null,
  lastAt: null,
  resultCode: null,
  setting: null,
  place: null,
  values: [],
}

/** A step of which the rest says nothing. */
export function setupStep(
  known: Partial<SetupStep> & Pick<SetupStep, 'step' | 'state'>,
): SetupStep {
  return { ...blank, ...known }
}

/** Done or waiting. */
export function doneIf(isDone: boolean): SetupStep['state'] {
  return isDone ? 'done' : 'waiting'
}
