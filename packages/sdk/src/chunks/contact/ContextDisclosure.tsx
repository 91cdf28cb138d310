/** Says exactly what would go along with the message, and lets the person leave it out. */
import type { Runtime } from '../../runtime.ts'
import { translator } from '../../ui/translate.ts'
import { describeContext, gatherContext } from './contact-context.ts'
import type { ContactDraft } from './contact-draft.ts'
import { contactWords } from './contact-words.ts'

export interface ContextDisclosureProps {
  runtime: Runtime
  draft: ContactDraft
  onChange(attachContext: boolean): void
}

export function ContextDisclosure({ runtime, draft, onChange }: ContextDisclosureProps) {
  const t = translator(contactWords, runtime.locale)
  const lines = describeContext(gatherContext(runtime, draft.flow), runtime.sessionId, t)
  return (
    <div class="context">
      <label>
        <input
          type="checkbox"
          checked={draft.attachContext}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {t('context.attach')}
      </label>
      {draft.attachContext && (
        <details>
          <summary>{t('context.show')}</summary>
          <dl>
            {lines.map(({ label, values }) => (
              <div key={label}>
                <dt>{label}</dt>
                {values.map((value) => (
                  <dd key={value}>{value}</dd>
                ))}
              </div>
            ))}
          </dl>
          <p>{t('context.nothingElse')}</p>
        </details>
      )}
    </div>
  )
}
