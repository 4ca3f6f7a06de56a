import { TimeField, timeIn } from './time-field.tsx'
import { memberOf, plain } from './value.tsx'

interface FieldProps {
  readonly name: string
  readonly label: string
  /** What holds the value that is there now. */
  readonly of?: object | null
  readonly required?: boolean
  readonly maxLength?: number
}

/** A field of a dialog, with the value that is there now; one whose name ends with Time is for a time. */
export function Field({ name, label, of, ...more }: FieldProps) {
  const value = plain(memberOf(of ?? {}, name))
  return (
    <label>
      {label}
      {isTime(name) ? (
        <TimeField name={name} at={value} />
      ) : (
        <input name={name} {...more} autocomplete="off" defaultValue={value} />
      )}
    </label>
  )
}

const isTime = (name: string) => /(^since|^until|Time)$/.test(name)

/** What was entered; empty for nothing. */
export const textOf = (form: FormData, name: string): string => textsOf(form, name)[0] ?? ''

/** What was entered in each field of a name. */
export const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).map((value) => {
    const text = typeof value === 'string' ? value.trim() : ''
    return isTime(name) ? timeIn(text) : text
  })

/** What is separated by commas or blanks; undefined for nothing. */
export function listOf(form: FormData, name: string): string[] | undefined {
  const items = textOf(form, name).split(/[,，\s]+/)
  const named = items.filter((item) => item !== '')
  return named.length === 0 ? undefined : named
}
