/** A button that copies what stands in a block of code, at its corner. */
import type { Runtime } from '../../runtime.ts'
import { element, icon } from '../../ui/element.ts'
import { copyText } from './copy-text.ts'
import type { ToolTranslate } from './tool-words.ts'

const copyIcon = 'M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4'
const doneIcon = 'm4.5 10.5 3.7 3.7 7.3-8'

export function furnishCode(code: HTMLElement, { root, guard }: Runtime, t: ToolTranslate): void {
  const scroller = code.parentElement
  if (!scroller) return
  const told = element('span', { role: 'status', className: 'hidden' })
  const copy = element(
    'button',
    {
      type: 'button',
      className: 'tool copy',
      ariaLabel: t('code.copy'),
      title: t('code.copy'),
      onclick: () => guard(run),
    },
    icon(copyIcon),
  )

  async function run(): Promise<void> {
    if (await copyText(root, code.textContent)) {
      copy.replaceChildren(icon(doneIcon))
      return told.replaceChildren(t('code.copied'))
    }
    getSelection()?.selectAllChildren(code)
    told.className = ''
    told.replaceChildren(t('code.selected'))
  }

  const box = element('div', { className: 'copied' })
  scroller.replaceWith(box)
  box.append(scroller, copy, told)
}
