/** The frame of every settings screen: its sub-navigation stands on all of them, at the same place. */
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { Icon, type IconName } from '../../parts/Icon.tsx'
import { Page } from '../../parts/Page.tsx'

const links: { href: string; name: string; icon: IconName; label: string }[] = [
  { href: '/parametres/cabinet', name: 'cabinet', icon: 'cabinet', label: 'Cabinet' },
  { href: '/parametres/imprimantes', name: 'imprimantes', icon: 'imprimante', label: 'Imprimantes' },
  { href: '/parametres/carte-vitale', name: 'carte-vitale', icon: 'carte', label: 'Carte Vitale' },
  { href: '/parametres/mises-a-jour', name: 'mises-a-jour', icon: 'miseAJour', label: 'Mises à jour' },
]

interface SettingsPageProps {
  title: string
  topic: string
  lead: string
  children: ComponentChildren
}

export function SettingsPage({ title, topic, lead, children }: SettingsPageProps) {
  const { path } = useLocation()
  return (
    <>
      <nav class="tabs" aria-label="Paramètres">
        {links.map(({ href, name, icon, label }) => (
          <a key={name} href={href} data-nav={name} aria-current={path === href ? 'page' : undefined}>
            <Icon name={icon} />
            <span>{label}</span>
          </a>
        ))}
      </nav>
      <Page title={title} topic={topic} lead={<p>{lead}</p>}>
        {children}
      </Page>
    </>
  )
}
