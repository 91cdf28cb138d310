/** Every screen of MediCab: its path, its name, and what Fanal is told about it. */

export interface AppRoute {
  path: string
  title: string
  /** what the visitor is doing there, as written in the articles' `features` */
  feature: string
  /** subject of the whole screen; parts of it may say something narrower */
  topic: string
}

export const routes = [
  { path: '/', title: 'Agenda', feature: 'agenda', topic: 'agenda' },
  { path: '/patients', title: 'Patients', feature: 'patients', topic: 'patients' },
  { path: '/patients/:id', title: 'Dossier patient', feature: 'dossier', topic: 'patients' },
  { path: '/patients/:id/ordonnance', title: 'Ordonnance', feature: 'ordonnances', topic: 'ordonnances' },
  { path: '/ordonnances', title: 'Ordonnances', feature: 'ordonnances', topic: 'ordonnances' },
  { path: '/facturation', title: 'Facturation', feature: 'facturation', topic: 'facturation' },
  { path: '/teletransmission', title: 'Télétransmission', feature: 'teletransmission', topic: 'teletransmission' },
  { path: '/parametres', title: 'Paramètres', feature: 'parametres', topic: 'installation' },
  { path: '/parametres/cabinet', title: 'Cabinet', feature: 'cabinet', topic: 'cabinet' },
  { path: '/parametres/imprimantes', title: 'Imprimantes', feature: 'imprimantes', topic: 'impression' },
  { path: '/parametres/carte-vitale', title: 'Carte Vitale', feature: 'carte-vitale', topic: 'carte-vitale' },
  { path: '/parametres/mises-a-jour', title: 'Mises à jour', feature: 'mises-a-jour', topic: 'mises-a-jour' },
  { path: '/import', title: 'Import de données', feature: 'import', topic: 'import' },
  { path: '/securite', title: 'Sécurité', feature: 'securite', topic: 'securite' },
  { path: '/integrations', title: 'Intégrations', feature: 'integrations', topic: 'integrations' },
] as const satisfies readonly AppRoute[]

export type RoutePath = (typeof routes)[number]['path']

/** The route a path belongs to; undefined for an address that leads nowhere. */
export function findRoute(path: string): AppRoute | undefined {
  const segments = path.split('/').filter(Boolean)
  return routes.find((route) => {
    const wanted = route.path.split('/').filter(Boolean)
    return (
      wanted.length === segments.length && wanted.every((part, index) => part[0] === ':' || part === segments[index])
    )
  })
}
