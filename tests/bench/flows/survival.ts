/**
 * The same page after a plausible release: classes, ids and wrappers changed, rows inserted, siblings reordered; not a word of what people
 * read. Every target is asked for by itself: right, wrong, or not found.
 */
import type { Page } from 'playwright'
import { type Scenario, step } from './scenario.ts'
import { stageOf, until } from './stage.ts'
import { pointedBox, type Subject } from './subjects.ts'
import type { TourTarget } from './tour.ts'

/** How far the middle of what is pointed at may be from the target's, px. */
const offCentrePx = 14

/** A third by marks that stay, the others by what stood there. What an author points at, written down on the page as it was; `data-but` marks each on both pages for the judge alone. */
const targets: Record<string, TourTarget> = {
  nouveau: { css: '#new-patient', role: 'button', name: 'Nouveau patient' },
  exporter: { css: '.toolbar > button:nth-of-type(2)', role: 'button', name: 'Exporter' },
  recherche: { css: '#search', role: 'searchbox', name: 'Rechercher un patient' },
  statut: { css: '.filters select:first-of-type', role: 'combobox', name: 'Statut' },
  medecin: { css: '.filters select:last-of-type', role: 'combobox', name: 'Médecin' },
  modifier: { css: 'tr:nth-child(1) .edit', role: 'button', name: 'Modifier', within: 'Martin' },
  supprimer: { css: 'tr:nth-child(2) .delete', role: 'button', name: 'Supprimer', within: 'Durand' },
  archives: { css: 'a[href="#r"]', role: 'link', name: 'Archives' },
  aide: { css: 'nav li:last-child a', role: 'link', name: 'Documentation' },
  rappels: { css: '#opt-1', role: 'checkbox', name: 'Rappels par SMS' },
  courriels: { css: '#opt-2', role: 'checkbox', name: 'Courriels' },
  enregistrer: { css: '#save', role: 'button', name: 'Enregistrer' },
}

const row = (name: string, but: string, extra = '') =>
  `<tr${extra}><td>${name}</td><td><button class="edit"${but === 'modifier' ? ' data-but="modifier"' : ''}>Modifier</button>
   <button class="delete"${but === 'supprimer' ? ' data-but="supprimer"' : ''}>Supprimer</button></td></tr>`

/** The page after the release. */
const released = `
  <nav><ul><li><a href="#a">Accueil</a></li><li><a href="#p">Patients</a></li><li><a href="#m">Messages</a></li>
    <li><a href="#r" data-but="archives">Archives</a></li><li><a href="#d" data-but="aide">Documentation</a></li>
    <li><a href="#q">Quitter</a></li></ul></nav>
  <div class="tb_x81"><button class="btn-primary">Importer</button><span><button id="new-patient" class="b9" data-but="nouveau">Nouveau patient</button></span>
    <button>Imprimer</button><button data-but="exporter">Exporter</button></div>
  <input id="q-7" type="search" aria-label="Rechercher un patient" data-but="recherche"> <input id="search" type="search" aria-label="Rechercher une facture">
  <div class="filters"><label>Médecin <select data-but="medecin"><option>Tous</option></select></label>
    <label>Statut <select data-but="statut"><option>Tous</option></select></label>
    <label>Période <select><option>Mois</option></select></label></div>
  <table><tbody>${row('Bernard', '')}${row('Durand', 'supprimer')}${row('Martin', 'modifier')}</tbody></table>
  <form><label><input type="checkbox" id="opt-1" data-but="courriels"> Courriels</label>
    <label><input type="checkbox" id="opt-2" data-but="rappels"> Rappels par SMS</label>
    <div class="actions"><button type="button" id="save" data-but="enregistrer">Enregistrer</button><button type="button">Annuler</button></div></form>`

export interface Survival {
  right: number
  wrong: number
  missing: number
}

/** One scenario for each target, all on the same page. */
export const survivalScenarios: Scenario[] = Object.entries(targets).map(([id, target]) => ({
  id: `release-${id}`,
  name: id,
  steps: [step('Un', { target })],
  body: released,
  run: () => Promise.resolve(null),
}))

/** @returns whether what is pointed at is the one marked for this scenario */
export async function judgeSurvival(page: Page, subject: Subject, { id }: Scenario): Promise<keyof Survival> {
  const stage = stageOf(page, subject)
  const wanted = page.locator(`[data-but="${id.replace('release-', '')}"]`)
  await stage.start()
  await stage.shows('Un', 8000)
  const verdict = await until(1500, async () => {
    const [box, pointed] = [await wanted.boundingBox(), await pointedBox(page, subject)]
    if (!pointed || !box) return 'missing'
    const off = Math.hypot(
      box.x + box.width / 2 - pointed.x - pointed.width / 2,
      box.y + box.height / 2 - pointed.y - pointed.height / 2,
    )
    return off <= offCentrePx ? null : 'wrong'
  })
  return verdict === null ? 'right' : verdict === 'wrong' ? 'wrong' : 'missing'
}
