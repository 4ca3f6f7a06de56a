import type { instances as english } from '../en/instances.ts'

export const instances: typeof english = {
  title: '实例',
}
