/** Line icons of MediCab, drawn on a 24-unit grid; always decoration beside a word. */

const shapes = {
  agenda: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  patients:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.900 1.900 6.500 5.500M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.800c2 .7 3.200 2.500 3.500 5.200',
  ordonnances: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h5',
  facturation: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.500 8h5M9.500 12h5',
  teletransmission:
    'M12 20v-8M12 12a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM7.500 15a6 6 0 0 1 0-9M16.500 15a6 6 0 0 0 0-9M4.500 18a10.300 10.300 0 0 1 0-15M19.500 18a10.300 10.300 0 0 0 0-15',
  import: 'M12 3v11M7.500 10l4.500 4.500L16.500 10M4 17v3.500h16V17',
  integrations: 'M9 7V3M15 7V3M6 7h12v4a6 6 0 0 1-12 0zM12 17v4',
  securite:
    'M12 3l7.500 3v5.500c0 4.600-3 7.800-7.500 9.500-4.500-1.700-7.500-4.900-7.500-9.500V6zM9 12l2.200 2.200L15.200 10',
  parametres:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  imprimante: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  carte: 'M3 5.500h18v13H3zM3 10h18M7 15h4',
  cabinet: 'M4 21V8l8-5 8 5v13M9.500 21v-6h5v6M12 8v4M10 10h4',
  miseAJour: 'M20 11a8 8 0 0 0-14.500-3.500L4 9M4 4v5h5M4 13a8 8 0 0 0 14.500 3.500L20 15M20 20v-5h-5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  fermer: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  chercher: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500L20.500 20.500',
  alerte: 'M12 4l9.500 16.500h-19zM12 10v4.500M12 17.300v.2',
  valide: 'M4.500 12.500l5 5 10-11',
  gauche: 'M14.500 5.500L8 12l6.500 6.500',
  droite: 'M9.500 5.500L16 12l-6.500 6.500',
  horloge: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.500l3.500 2',
  corbeille: 'M5 7h14M9.500 7V4h5v3M7 7l1 13.500h8L17 7',
} as const

export type IconName = keyof typeof shapes

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}
