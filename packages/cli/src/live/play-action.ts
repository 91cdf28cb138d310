/** Does in the product what a step asks the person to do, with real input events. */
import type { FlowStep, TargetProbe } from '@fanal/contract'
import { probeName } from '@fanal/contract'
import type { ElementHandle, Page } from 'playwright'

/** How long an element may take to be ready for a click, milliseconds. */
const actionTimeoutMs = 5000

/** What is typed where any text will do, by the field's type. */
const sampleText: Readonly<Record<string, string>> = {
  number: '1',
  date: '2024-01-15',
  time: '10:00',
  month: '2024-01',
  week: '2024-W03',
  'datetime-local': '2024-01-15T10:00',
  email: 'essai@example.com',
  tel: '0199000000',
  url: 'https://example.com/',
  color: '#336699',
}

/**
 * @returns why it could not be done; null when it was, or when the step asks for nothing in the page
 */
export async function playAction(page: Page, { advance, target }: FlowStep): Promise<string | null> {
  const on = advance?.on
  if (on === undefined || on === 'next') return null
  if (on.startsWith('event:')) return `"${on.slice('event:'.length)}" is the product's own to tell`
  if (!target) return null
  const handle = await page.evaluateHandle(
    ([name, wanted]) => (Reflect.get(globalThis, name) as TargetProbe).find(wanted),
    [probeName, target] as const,
  )
  const element = handle.asElement() as ElementHandle<HTMLElement> | null
  if (!element) return 'it is not found'
  try {
    if (on === 'change' || on === 'input') return await changeField(element)
    if (on === 'submit') await submit(element)
    else await element.click({ timeout: actionTimeoutMs })
    return null
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return `it could not be used (${reason})`
  } finally {
    await handle.dispose()
  }
}

async function changeField(element: ElementHandle<HTMLElement>): Promise<string | null> {
  const field = await element.evaluate((node) => {
    const control = node instanceof HTMLLabelElement ? (node.control ?? node) : node
    const { localName } = control
    const type = String(Reflect.get(control, 'type') ?? '')
    const options = control instanceof HTMLSelectElement ? [...control.options] : []
    const other = options.find((option) => !option.selected && !option.disabled && option.value !== '')
    return { localName, type, other: other?.value, editable: control.isContentEditable }
  })
  if (field.localName === 'select') {
    if (field.other === undefined) return 'there is nothing else to choose'
    await element.selectOption(field.other, { timeout: actionTimeoutMs })
  } else if (field.type === 'file') return 'a file has to be chosen'
  else if (/^(?:input|textarea)$/.test(field.localName) && !/^(?:checkbox|radio|button|submit)$/.test(field.type)) {
    await element.fill(sampleText[field.type] ?? 'Essai', { timeout: actionTimeoutMs })
    await element.evaluate((node) => node.blur())
  } else if (field.editable) await element.fill('Essai', { timeout: actionTimeoutMs })
  else await element.click({ timeout: actionTimeoutMs })
  return null
}

/** By the target where it is a button, else by the form's own button, else by Enter. */
async function submit(element: ElementHandle<HTMLElement>): Promise<void> {
  const button = await element.evaluateHandle((node) => {
    if (node.localName === 'button') return node
    const form = node instanceof HTMLFormElement ? node : node.closest('form')
    return form?.querySelector<HTMLElement>('button:not([type]),[type=submit]') ?? null
  })
  const found = button.asElement() as ElementHandle<HTMLElement> | null
  if (found) await found.click({ timeout: actionTimeoutMs })
  else await element.press('Enter', { timeout: actionTimeoutMs })
}
