/** A labelled field with its hint and its problem, both tied to it for screen readers. */
import { element, takeOut } from '../../ui/element.ts'

export interface LabelledField {
  readonly node: HTMLElement
  /** Says beside the field what is wrong with it; undefined: nothing any more. */
  complain(problem: string | undefined): void
}

/** @param name of the field, and what the ids around it are made of */
export function labelField(
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  { name, label, hint }: { name: string; label: string; hint?: string },
): LabelledField {
  const id = `fanal-${name}`
  const explanation = hint ? element('small', { id: `${id}-hint` }, hint) : null
  const complaint = element('p', { className: 'problem', id: `${id}-problem` })
  const node = element('div', { className: 'field' }, element('label', { htmlFor: id }, label), explanation, control)
  Object.assign(control, { id, name })

  function complain(problem: string | undefined): void {
    takeOut(complaint)
    if (problem) {
      complaint.textContent = problem
      node.append(complaint)
    }
    const describedBy = [problem && complaint.id, explanation?.id].filter(Boolean).join(' ')
    setAttribute(control, 'aria-describedby', describedBy)
    setAttribute(control, 'aria-invalid', problem && 'true')
  }

  complain(undefined)
  return { node, complain }
}

function setAttribute(control: HTMLElement, name: string, value: string | undefined): void {
  if (value) control.setAttribute(name, value)
  else control.removeAttribute(name)
}
