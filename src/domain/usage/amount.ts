/** Amounts as whole ten-thousandths, which is what the store counts in: `12.5` is 125000. */
type TenThousandths = bigint

// Of the store, Double(12,4): at most 99,999,999.9999.
const mostDigits = 8
const mostDecimals = 4

/** Why a text is no amount that the store takes. */
export type AmountFault =
  | 'malformed-value'
  | 'negative-value'
  | 'too-many-decimals'
  | 'value-too-large'

// The digits of both sides without the zeros that say nothing.
const decimal = /^(-?)0*(\d+)(?:\.(?=\d)(\d*?)0*)?$/

/** Reads decimal text, never through a number. Returns it without zeros that say nothing. */
export function readAmount(text: string): { readonly amount: string } | AmountFault {
  const [, sign, whole = '', decimals = ''] = decimal.exec(text) ?? []
  if (sign === undefined) return 'malformed-value'
  const amount = decimals === '' ? whole : `${whole}.${decimals}`
  if (sign === '-' && amount !== '0') return 'negative-value'
  if (decimals.length > mostDecimals) return 'too-many-decimals'
  return whole.length > mostDigits ? 'value-too-large' : { amount }
}

/** Writes an amount without trailing zeros. */
function amountText(amount: TenThousandths): string {
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
