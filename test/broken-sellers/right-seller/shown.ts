import type { Instance } from './memory.ts'
import type { Call, Parts, Seller } from './parts.ts'

function appInfo({ id }: Instance, call: Call, { does }: Seller): object {
  const shown = (plain: string) =>
    call.generation === 'saasV1' ? does.encryptField(plain, call.key) : plain
  return {
    frontEndUrl: `https://seller.example.com/t/${encodeURIComponent(id)}`,
    userName: shown('admin'),
    password: shown('Initial-1'),
    memo: '首次登录请修改密码',
  }
}

/** A moment as the store writes it: UTC, yyyyMMddHHmmssSSS. */
export function storeTime(at = new Date()): string {
  return at.toISOString().replaceAll(/\D/g, '')
}

export const shownParts = {
  appInfo,
  usageInfo: () => [{ usageValue: 0, statisticalTime: storeTime() }],
} satisfies Partial<Parts>
