/** A row of alternatives: as links where the URL holds the choice, as radio buttons where a preference does. */
import { useId } from 'preact/hooks'

export interface LinkSegmentsProps {
  label: string
  options: { label: string; href: string; current: boolean }[]
}

export function LinkSegments({ label, options }: LinkSegmentsProps) {
  return (
    <nav class="segments" aria-label={label}>
      {options.map((option) => (
        <a key={option.href} class="segment" href={option.href} aria-current={option.current ? 'true' : undefined}>
          {option.label}
        </a>
      ))}
    </nav>
  )
}

export interface RadioSegmentsProps<T extends string> {
  label: string
  value: T
  options: { label: string; value: T; lang?: string }[]
  onChange: (value: T) => void
}

export function RadioSegments<T extends string>({ label, value, options, onChange }: RadioSegmentsProps<T>) {
  const name = useId()
  return (
    <fieldset class="segments-field">
      <legend>{label}</legend>
      <div class="segments">
        {options.map((option) => (
          <label key={option.value} class="segment" lang={option.lang}>
            <input
              class="visually-hidden"
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
