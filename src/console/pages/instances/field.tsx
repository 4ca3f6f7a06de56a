import { memberOf, plain } from '../../ui/value.tsx'

interface FieldProps {
  readonly name: string
  readonly label: string
  /** What holds the value that is there now. */
  readonly of?: object | null
  readonly required?: boolean
}

/** A field of a dialog, with the value that is there now. */
export function Field({ name, label, of, required }: FieldProps) {
  return (
    <label>
      {label}
      <input
        {...{ name, required }}
        autocomplete="off"
        defaultValue={plain(memberOf(of ?? {}, name))}
      />
    </label>
  )
}

/** What was entered, null for nothing. */
export const textOf = (form: FormData, name: string): string | null =>
  textsOf(form, name)[0] || null

/** What was entered in each field of a name. */
export const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : ''))
