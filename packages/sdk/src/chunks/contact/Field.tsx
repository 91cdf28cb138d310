/** A labelled field with its hint and its problem, both tied to it for screen readers. */
import type { JSX } from 'preact'

export interface FieldProps {
  name: string
  label: string
  hint?: string
  problem?: string | undefined
  /** gets what ties it to label, hint and problem */
  children(attributes: FieldAttributes): JSX.Element
}

export interface FieldAttributes {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

export function Field({ name, label, hint, problem, children }: FieldProps) {
  const id = `fanal-${name}`
  const describedBy = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {children({
        id,
        name,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {problem && (
        <p id={`${id}-problem`} class="problem">
          {problem}
        </p>
      )}
    </div>
  )
}
