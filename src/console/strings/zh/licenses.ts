import type { licenses as english } from '../en/licenses.ts'

export const licenses: typeof english = {
  title: 'License',
}
