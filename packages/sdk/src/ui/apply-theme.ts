/** Gives a surface of the widget its theme and its accent, and follows the system where the project says `auto`. */
import type { Runtime } from '../runtime.ts'
import { accentColours, type Theme } from './accent.ts'

/**
 * Applies the project's theme to `element` now, when the settings arrive, and when the system's preference changes.
 *
 * @returns undoes what it listens to
 */
export function applyTheme(runtime: Runtime, element: HTMLElement): () => void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const setting = runtime.config?.widget.theme ?? 'auto'
    const theme: Theme = setting === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : setting
    element.dataset.theme = theme
    for (const [name, colour] of Object.entries(accentColours(runtime.config?.widget.accent, theme)))
      element.style.setProperty(`--fanal-accent-${name}`, colour)
  }
  apply()
  prefersDark.addEventListener('change', apply)
  const stopListening = runtime.on('ready', apply)
  return () => {
    prefersDark.removeEventListener('change', apply)
    stopListening()
  }
}
