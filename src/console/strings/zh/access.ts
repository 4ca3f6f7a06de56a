import type { access as english } from '../en/access.ts'

export const access: typeof english = {
  title: '访问权限',
}
