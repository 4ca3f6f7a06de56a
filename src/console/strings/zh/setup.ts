import type { setup as english } from '../en/setup.ts'

export const setup: typeof english = {
  title: '接入',
}
