/** One count or amount, with what it rests on and its definition. */
import type { MessageKey } from '../locale/translate.ts'
import { Definition } from './Definition.tsx'

export interface CountFigureProps {
  label: string
  value: string
  detail?: string
  /** what the figure assumes */
  badge?: string | undefined
  text: MessageKey
  formula: MessageKey
  numbers?: string
}

export function CountFigure({ label, value, detail, badge, text, formula, numbers }: CountFigureProps) {
  return (
    <section class="figure">
      <h3 class="figure-label">{label}</h3>
      <p class="figure-value">{value}</p>
      {detail !== undefined && <p class="figure-detail">{detail}</p>}
      {badge !== undefined && (
        <p class="figure-detail">
          <span class="badge badge-warn">{badge}</span>
        </p>
      )}
      <Definition figure={label} text={text} formula={formula} numbers={numbers} />
    </section>
  )
}
