/** Icons of the menu: 16 px strokes in the colour of their text, always beside a word. */
import type { ComponentChildren } from 'preact'

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">
        {children}
      </g>
    </svg>
  )
}

export function DeflectionIcon() {
  return (
    <Icon>
      <path d="M2 8h12M4.5 5v6M11.5 5v6" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" />
    </Icon>
  )
}

export function BacklogIcon() {
  return (
    <Icon>
      <path d="M2.5 4h11M2.5 8h8M2.5 12h5" />
    </Icon>
  )
}

export function SearchesIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.25" />
      <path d="M10.25 10.25 13.5 13.5" />
    </Icon>
  )
}

export function ArticlesIcon() {
  return (
    <Icon>
      <path d="M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3M6 8.5h4M6 11h4" />
    </Icon>
  )
}

export function FlowsIcon() {
  return (
    <Icon>
      <circle cx="3.75" cy="12.25" r="1.75" />
      <circle cx="12.25" cy="3.75" r="1.75" />
      <path d="M5.5 12.25h4.25a2.1 2.1 0 0 0 0-4.2h-3.5a2.1 2.1 0 0 1 0-4.3h4.25" />
    </Icon>
  )
}
