/** Through the main views in one go, for what is to hold in each, and what may be lost in them. French alone. */
import type { Desk } from './desk.ts'

export async function startFlow({ page, go, call }: Desk): Promise<void> {
  await go('/parametres/imprimantes')
  await call('flow', 'imprimante-ordonnances', { step: 'voyant' })
  await page.getByRole('dialog', { name: 'Regardez l’imprimante' }).getByRole('button', { name: 'Non' }).click()
  await page.getByRole('dialog', { name: 'Allumez l’imprimante' }).waitFor()
}

/** Home, results, an article with its questions, the form with its complaints, a step, one after the other. */
export async function throughTheViews(desk: Desk, look: (view: string) => Promise<void>): Promise<void> {
  const { page, panel, call } = desk
  await call('open')
  await panel.getByRole('listitem').first().waitFor()
  await look('home')
  await call('search', 'feuille rejetée')
  await panel.getByText(/^\d+ résultats$/).waitFor()
  await look('results')
  await call('article', 'voyants-imprimante')
  await panel.getByText('Dans cet article').click()
  await panel.getByRole('button', { name: 'Non', exact: true }).click()
  await panel.getByRole('radio').first().check()
  await look('article')
  await call('contact')
  await panel.getByRole('button', { name: 'Envoyer' }).click()
  await panel.getByText('Voir ce qui est joint').click()
  await look('contact')
  await call('article', 'sauvegarder-donnees', { type: 'modal' })
  await page.locator('dialog.modal').getByRole('article').waitFor()
  await look('modal')
  await call('close')
  await startFlow(desk)
  await look('flow')
}

/** What is cut off, wider than its place, or covered so that a press would meet something else. Runs in the page. */
export function findLost(): string[] {
  const root = document.querySelector('fanal-help')?.shadowRoot
  const surface =
    [...(root?.querySelectorAll('dialog:modal') ?? [])].at(-1) ??
    root?.querySelector('.panel[data-open], .flow-card:not([hidden])')
  if (!root || !surface) return ['there is no surface']
  const describe = (element: Element) =>
    `${element.localName} ${element.className} « ${element.textContent?.slice(0, 40)} »`
  const all = [surface, ...surface.querySelectorAll<HTMLElement>('*')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  )
  const sideways = all.filter((element) => {
    const { overflowX, display } = getComputedStyle(element)
    // What is meant for ears alone is cut off on purpose; tables and code scroll on their own.
    return (
      display !== 'inline' &&
      overflowX !== 'visible' &&
      !element.closest('.hidden, .scroll, textarea, input, select') &&
      element.scrollWidth > element.clientWidth + 1
    )
  })
  const outside = all.filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    return width > 1 && !element.closest('.scroll, svg, .hidden, .flow-caret') && (left < -1 || right > innerWidth + 1)
  })
  const controls = all.filter((element) => element.matches('button, a[href], input, select, textarea, summary'))
  const covered = controls.filter((control) => {
    control.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { x, y, width, height } = control.getBoundingClientRect()
    const met = root.elementFromPoint(x + width / 2, y + Math.min(height, 40) / 2)
    const own = control.closest('label, .row') ?? control
    return !met || !(own.contains(met) || met.contains(own))
  })
  return [
    ...sideways.map((one) => `scrolls sideways: ${describe(one)}`),
    ...outside.map((one) => `stands outside: ${describe(one)}`),
    ...covered.map((one) => `cannot be pressed: ${describe(one)}`),
  ]
}
