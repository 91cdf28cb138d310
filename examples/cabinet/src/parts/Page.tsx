/** The frame of a screen: heading, actions, and the subject Fanal reads from the markup. */
import type { ComponentChildren } from 'preact'

interface PageProps {
  title: string
  topic: string
  lead?: ComponentChildren
  actions?: ComponentChildren
  /** the title is a patient's name: never read by the help widget */
  private?: boolean
  children: ComponentChildren
}

export function Page({ title, topic, lead, actions, private: isPrivate, children }: PageProps) {
  return (
    <div class="page" data-fanal-topic={topic}>
      <header class="page-head">
        <div>
          <h1 tabIndex={-1} data-fanal-private={isPrivate ? '' : undefined}>
            {title}
          </h1>
          {lead ? <div class="page-lead">{lead}</div> : null}
        </div>
        {actions ? <div class="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}

interface PanelProps {
  title: string
  class?: string
  actions?: ComponentChildren
  children: ComponentChildren
}

export function Panel({ title, actions, children, ...rest }: PanelProps) {
  return (
    <section class={`panel ${rest.class ?? ''}`}>
      <header class="panel-head">
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
