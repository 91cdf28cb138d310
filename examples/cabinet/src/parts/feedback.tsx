/** What the app says back: badges, errors with their code, progress, empty lists. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { forgetErrors, tellError } from '../help/fanal.ts'
import { Icon, type IconName } from './Icon.tsx'

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info'

export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>
}

interface ErrorAlertProps {
  /** as printed in the manual and in the help articles */
  code: string
  title: string
  children: ComponentChildren
}

/** An error with its code; Fanal hears of it for as long as it stands there. */
export function ErrorAlert({ code, title, children }: ErrorAlertProps) {
  useEffect(() => {
    tellError(code)
    return forgetErrors
  }, [code])
  return (
    <div class="alert" role="alert">
      <Icon name="alerte" />
      <div>
        <p class="alert-title">
          {title} <code>{code}</code>
        </p>
        <div class="alert-body">{children}</div>
      </div>
    </div>
  )
}

/** A polite line for what went well; keeps its place so that screen readers hear it change. */
export function Done({ children }: { children: ComponentChildren }) {
  return (
    <p class="done" role="status">
      {children ? (
        <>
          <Icon name="valide" />
          <span>{children}</span>
        </>
      ) : null}
    </p>
  )
}

export function ProgressBar({ label, percent }: { label: string; percent: number }) {
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{label}</span>
        <span class="figures">{Math.round(percent)} %</span>
      </div>
      <progress value={percent} max={100} aria-label={label} />
    </div>
  )
}

export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty-title">{title}</p>
      {children ? <div>{children}</div> : null}
    </div>
  )
}
