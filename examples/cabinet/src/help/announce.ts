/**
 * Tells the page that something has really happened, as a DOM event: guides wait for it (`verify: { event: medicab:… }`),
 * and so may anybody else's script. It carries nothing: no patient, no number.
 */

export type Announcement = 'carte-lue' | 'lot-envoye' | 'ordonnance-signee'

export function announce(what: Announcement): void {
  window.dispatchEvent(new Event(`medicab:${what}`))
}
