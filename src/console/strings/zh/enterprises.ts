import type { enterprises as english } from '../en/enterprises.ts'

export const enterprises: typeof english = {
  title: '企业',
}
