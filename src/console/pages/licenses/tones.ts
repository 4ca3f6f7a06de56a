import type { Tone } from '../../ui/status.tsx'

const ofState: Readonly<Record<string, Tone>> = {
  provisioning: 'warn',
  active: 'good',
  frozen: 'warn',
  failed: 'bad',
}
const ofUpload: Readonly<Record<string, Tone>> = { waiting: 'warn', done: 'good', refused: 'bad' }

/** How much a license in this state needs a person. */
export const stateTone = (status: string): Tone => ofState[status] ?? 'idle'
/** How much its upload does. */
export const uploadTone = (state: string): Tone => ofUpload[state] ?? 'idle'
