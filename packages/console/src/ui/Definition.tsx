/** « Définition »: what a figure means, its formula, and the formula with today's numbers. One click, no hover. */
import type { MessageKey } from '../locale/translate.ts'
import { useTranslate } from '../preferences/PreferencesProvider.tsx'

export interface DefinitionProps {
  /** name of the figure, said to screen readers beside « Définition » */
  figure: string
  text: MessageKey
  formula: MessageKey
  /** the formula with its numbers filled in */
  numbers?: string | undefined
  /** names the figure for everybody, where it is not what stands just above */
  named?: boolean
}

export function Definition({ figure, text, formula, numbers, named = false }: DefinitionProps) {
  const t = useTranslate()
  return (
    <details class="definition">
      <summary>
        {t('definition.summary')}
        <span class={named ? undefined : 'visually-hidden'}> · {figure}</span>
      </summary>
      <div class="definition-body">
        <p>{t(text)}</p>
        <dl>
          <dt>{t('definition.formula')}</dt>
          <dd class="formula">{t(formula)}</dd>
          {numbers !== undefined && (
            <>
              <dt>{t('definition.numbers')}</dt>
              <dd class="formula">{numbers}</dd>
            </>
          )}
        </dl>
      </div>
    </details>
  )
}
