/**
 * Gives a surface of the widget the looks of the project (tokens.css). Accent and radius are said on the surface itself: a flow's card may
 * stand in a dialog of the page, away from the element that boot gave them to. Theme `auto` leaves the choice to the system.
 */
import type { Runtime } from '../runtime.ts'

/**
 * Applies the looks now, and when the settings arrive.
 *
 * @returns undoes what it listens to
 */
export function applyTheme(runtime: Runtime, element: HTMLElement): () => void {
  const apply = () => {
    const { accent, radius, theme = 'auto', density = '' } = runtime.config?.widget ?? {}
    Object.assign(element.dataset, { theme, density })
    if (accent) element.style.setProperty('--fanal-accent', accent)
    if (radius !== undefined) element.style.setProperty('--fanal-radius', `${radius}px`)
  }
  apply()
  return runtime.on('ready', apply)
}
