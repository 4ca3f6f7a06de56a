/** Amounts as whole ten-thousandths, which is what the store counts in: `12.5` is 125000. */
type TenThousandths = bigint

/** The largest amount of the store, Double(12,4): 99,999,999.9999. */
export const mostAmount: TenThousandths = 999_999_999_999n

/** Why a text is no amount that the store takes. */
export type AmountFault =
  | 'malformed-value'
  | 'negative-value'
  | 'too-many-decimals'
  | 'value-too-large'

/** Reads decimal text, never through a number. Trailing zeros are no decimals. */
export function readAmount(text: string): TenThousandths | AmountFault {
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (sign === undefined) return 'malformed-value'
  const told = decimals.replace(/0+$/, '')
  const digits = whole.replace(/^0+(?=\d)/, '')
  if (sign === '-' && /[1-9]/.test(digits + told)) return 'negative-value'
  if (told.length > 4) return 'too-many-decimals'
  const amount = BigInt(digits) * 10_000n + BigInt(told.padEnd(4, '0'))
  return amount > mostAmount ? 'value-too-large' : amount
}

/** Writes an amount without trailing zeros. */
export function amountText(amount: TenThousandths): string {
  const decimals = (amount % 10_000n).toString().padStart(4, '0').replace(/0+$/, '')
  const whole = (amount / 10_000n).toString()
  return decimals === '' ? whole : `${whole}.${decimals}`
}

/** The sum of amounts of Postgres, decimal text; it may be larger than any amount that the store takes. */
export function sumOfAmounts(numerics: readonly string[]): string {
  const amounts = numerics.map((text) => {
    const [whole = '', decimals = ''] = text.split('.')
    return BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0'))
  })
  return amountText(amounts.reduce((sum, one) => sum + one, 0n))
}

/** What Postgres writes of a numeric, without trailing zeros: `12.5000` is `12.5`. */
export function plainAmount(numeric: string): string {
  return numeric.includes('.') ? numeric.replace(/\.?0+$/, '') : numeric
}
