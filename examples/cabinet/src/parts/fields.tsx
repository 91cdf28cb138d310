/** Labelled form fields. Each keeps its own id, so that label and field always belong together. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  label: string
  hint?: string
  error?: string | null
  class?: string
}

interface TextFieldProps extends FieldProps {
  value: string
  onValue(value: string): void
  type?: 'text' | 'search' | 'date' | 'time' | 'tel' | 'email' | 'password'
  required?: boolean
  placeholder?: string
  list?: string
  autocomplete?: string
  /** name of the field for guides, as `data-field` */
  name?: string
  private?: boolean
}

export function TextField({
  label,
  hint,
  error,
  value,
  onValue,
  type = 'text',
  name,
  private: isPrivate,
  ...rest
}: TextFieldProps) {
  const id = useId()
  // the JSX types tell the kinds of field apart and take no choice among them
  const kind = type as 'text'
  return (
    <div class={`field ${rest.class ?? ''}`}>
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        required={rest.required ?? false}
        placeholder={rest.placeholder ?? ''}
        type={kind}
        {...(rest.list === undefined ? {} : { list: rest.list })}
        autocomplete={rest.autocomplete ?? 'off'}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        data-field={name}
        data-fanal-private={isPrivate ? '' : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  )
}

interface SelectFieldProps extends FieldProps {
  value: string
  onValue(value: string): void
  required?: boolean
  /** name of the field for guides, as `data-field` */
  name?: string
  private?: boolean
  children: ComponentChildren
}

export function SelectField({ label, hint, error, value, onValue, name, children, ...rest }: SelectFieldProps) {
  const id = useId()
  return (
    <div class={`field ${rest.class ?? ''}`}>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        required={rest.required ?? false}
        data-field={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        data-fanal-private={rest.private ? '' : undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {children}
      </select>
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  )
}

function FieldNote({ id, hint, error }: { id: string; hint: string | undefined; error: string | null | undefined }) {
  if (error) {
    return (
      <p id={id} class="field-error">
        {error}
      </p>
    )
  }
  return hint ? (
    <p id={id} class="field-hint">
      {hint}
    </p>
  ) : null
}

interface CheckFieldProps {
  label: string
  checked: boolean
  onChecked(checked: boolean): void
}

export function CheckField({ label, checked, onChecked }: CheckFieldProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}

/** An on/off switch that acts at once; `name` marks it for guides. */
export function SwitchField({
  label,
  checked,
  onChecked,
  hint,
  name,
}: CheckFieldProps & { hint?: string; name?: string }) {
  const id = useId()
  return (
    <div class="switch-row">
      <label for={id}>
        <span>{label}</span>
        {hint ? <small>{hint}</small> : null}
      </label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        data-field={name}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
    </div>
  )
}
