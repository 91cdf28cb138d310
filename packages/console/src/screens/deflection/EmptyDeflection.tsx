/** No episode yet: says what will make the figure move, and gives the line that shows the help in an application. */
import type { DeflectionReport } from '@fanal/contract'
import { useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import type { WindowHours } from '../../url/period.ts'
import { scriptTag } from './script-tag.ts'

export interface EmptyDeflectionProps {
  report: DeflectionReport
  windowHours: WindowHours
}

export function EmptyDeflection({ report, windowHours }: EmptyDeflectionProps) {
  const t = useTranslate()
  const { project } = useConsole()
  const toast = useToast()
  const tag = scriptTag(location.origin, project)
  const copy = async () => {
    await navigator.clipboard.writeText(tag)
    toast(t('empty.copied'))
  }
  return (
    <section class="card empty-teach" aria-labelledby="empty-title">
      <h2 id="empty-title">{t('empty.deflection')}</h2>
      <p>{t('empty.deflectionText')}</p>
      {report.immature > 0 && (
        <p class="notice">{t('empty.deflectionRecent', { n: report.immature, hours: windowHours })}</p>
      )}
      <h3>{t('empty.steps')}</h3>
      <ol>
        <li>{t('empty.step1')}</li>
        <li>{t('empty.step2')}</li>
        <li>{t('empty.step3')}</li>
      </ol>
      <p>{t('empty.install')}</p>
      <div class="snippet">
        <code>{tag}</code>
        {/* Only secure pages may write to the clipboard; elsewhere the line can still be selected. */}
        {window.isSecureContext && (
          <button type="button" class="button" onClick={copy}>
            {t('empty.copy')}
          </button>
        )}
      </div>
    </section>
  )
}
