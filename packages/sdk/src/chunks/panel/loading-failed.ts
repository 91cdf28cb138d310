/** What stands in a view's place when its chunk cannot be loaded. */
import type { Runtime } from '../../runtime.ts'
import { button } from '../../ui/element.ts'
import { notice } from '../../ui/notice.ts'
import { panelWords } from '../../ui/panel-words.ts'
import { supportLinks } from '../../ui/support-links.ts'
import { translator } from '../../ui/translate.ts'

/** A part of the widget did not arrive: another try, and the ways to a person that need no chunk. */
export function loadingFailed(runtime: Runtime, onRetry: () => void): HTMLElement {
  const t = translator(panelWords, runtime.locale)
  return notice(t('failed.title'), t('failed.text'), button('button', t('retry'), onRetry), ...supportLinks(runtime))
}
