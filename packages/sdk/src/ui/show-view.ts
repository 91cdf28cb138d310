/** How a view made of components is put into the panel, which knows nothing of Preact. */
import { type ComponentType, createElement, render } from 'preact'
import type { ShowView } from '../chunks.ts'

export function showWith<Props extends object>(View: ComponentType<Props>): ShowView<Props> {
  return (into, props) => render(props && createElement(View, props), into)
}
