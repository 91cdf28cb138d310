/** What stands around every screen: brand, navigation, account switcher. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { practices } from '../data/practices.ts'
import { rejectedSheets, sheetsToSend } from '../domain/billing.ts'
import { usePractice } from '../state/practice-context.tsx'
import { Icon, type IconName } from './Icon.tsx'

interface NavLink {
  href: string
  name: string
  icon: IconName
  label: string
}

const careLinks: NavLink[] = [
  { href: '/', name: 'agenda', icon: 'agenda', label: 'Agenda' },
  { href: '/patients', name: 'patients', icon: 'patients', label: 'Patients' },
  { href: '/ordonnances', name: 'ordonnances', icon: 'ordonnances', label: 'Ordonnances' },
]
const moneyLinks: NavLink[] = [
  { href: '/facturation', name: 'facturation', icon: 'facturation', label: 'Facturation' },
  { href: '/teletransmission', name: 'teletransmission', icon: 'teletransmission', label: 'Télétransmission' },
]
const toolLinks: NavLink[] = [
  { href: '/import', name: 'import', icon: 'import', label: 'Import de données' },
  { href: '/integrations', name: 'integrations', icon: 'integrations', label: 'Intégrations' },
  { href: '/securite', name: 'securite', icon: 'securite', label: 'Sécurité' },
]

interface ShellProps {
  doctorId: string
  onSwitch(id: string): void
  children: ComponentChildren
}

export function Shell({ doctorId, onSwitch, children }: ShellProps) {
  const { path } = useLocation()
  const [menuOpen, setMenuOpen] = useState(false)
  useEffect(() => setMenuOpen(false), [path])
  return (
    <div class="shell">
      <a class="skip" href="#contenu">
        Aller au contenu
      </a>
      <header class="topbar">
        <button
          type="button"
          class="button-icon menu-button"
          aria-expanded={menuOpen}
          aria-controls="navigation"
          onClick={() => setMenuOpen(!menuOpen)}
        >
          <Icon name={menuOpen ? 'fermer' : 'menu'} />
          <span class="sr-only">Menu</span>
        </button>
        <a class="brand" href="/" aria-label="MediCab, accueil">
          <span class="brand-mark">
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <path d="M8 22V11.5L16 18l8-6.5V22" />
            </svg>
          </span>
          <span class="brand-name">MediCab</span>
        </a>
        <AccountSwitcher doctorId={doctorId} onSwitch={onSwitch} />
        <a
          class="gear"
          href="/parametres"
          data-nav="parametres"
          aria-current={path.startsWith('/parametres') ? 'page' : undefined}
        >
          <Icon name="parametres" />
          <span>Paramètres</span>
        </a>
      </header>
      <nav id="navigation" class={`sidebar ${menuOpen ? 'sidebar-open' : ''}`} aria-label="Navigation principale">
        <NavGroup title="Soins" links={careLinks} path={path} />
        <NavGroup title="Honoraires" links={moneyLinks} path={path} />
        <NavGroup title="Outils" links={toolLinks} path={path} />
        <p class="sidebar-foot">MediCab 5.2.0</p>
      </nav>
      <main id="contenu" class="main">
        {children}
      </main>
    </div>
  )
}

function NavGroup({ title, links, path }: { title: string; links: NavLink[]; path: string }) {
  const { state } = usePractice()
  const counts: Record<string, number> = {
    facturation: rejectedSheets(state).length,
    teletransmission: sheetsToSend(state).length,
  }
  return (
    <div class="nav-group">
      <p class="nav-title">{title}</p>
      <ul>
        {links.map(({ href, name, icon, label }) => (
          <li key={name}>
            <a href={href} data-nav={name} aria-current={isCurrent(path, href) ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{label}</span>
              {counts[name] ? (
                <span class="nav-count" aria-hidden="true">
                  {counts[name]}
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function isCurrent(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}

/** Lets a visitor of the example play any doctor of the three practices. */
function AccountSwitcher({ doctorId, onSwitch }: { doctorId: string; onSwitch(id: string): void }) {
  const { doctor } = usePractice()
  const { path, route } = useLocation()
  const choose = (id: string) => {
    // a file of one practice is nobody's in another
    if (path.startsWith('/patients/')) route('/patients')
    onSwitch(id)
  }
  return (
    <div class="account">
      <span class="account-practice">{doctor.practice.name}</span>
      <label class="sr-only" for="compte">
        Compte
      </label>
      <select id="compte" value={doctorId} onChange={(event) => choose(event.currentTarget.value)}>
        {practices.map((practice) => (
          <optgroup key={practice.id} label={practice.name}>
            {practice.doctors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
