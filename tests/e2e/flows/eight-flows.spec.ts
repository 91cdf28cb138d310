/**
 * The eight guides of the example practice, each followed to its end in the real application with a real mouse or keyboard.
 * What they say is in examples/cabinet/help/flows.
 */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectWalked, followGuide, tabTo } from '../../support/follow-guide.ts'
import { openHelp, searchFor, sitDown } from '../../support/practice-steps.ts'
import { type Practice, startPractice } from '../../support/start-practice.ts'

let practice: Practice
let faults: string[]

test.beforeAll(async () => {
  practice = await startPractice()
})

test.afterAll(async () => {
  await practice?.stop()
})

test.beforeEach(() => {
  faults = []
})

test.afterEach(() => {
  expect(faults).toEqual([])
})

async function arrive(browser: Browser, doctor: string, path: string): Promise<Page> {
  const page = await sitDown(browser, practice, doctor, path)
  page.on('pageerror', (error) => faults.push(error.message))
  return page
}

/** A first visit to a screen: its guide offers itself there. */
async function acceptOffer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commencer le guide' }).click()
}

test('the first configuration is offered on the practice’s own page and ends with its details saved', async ({
  browser,
}) => {
  const page = await arrive(browser, 'dr-aubry', '/parametres/cabinet')
  const guide = followGuide(page)
  await acceptOffer(page)
  await guide.press('Vérifiez le téléphone', 'Continuer')
  await guide.press('Votre numéro FINESS', 'Oui')
  await guide.points('Saisissez le numéro FINESS')
  await page.getByRole('textbox', { name: 'Numéro FINESS' }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('350000123')
  await guide.press('Vérifiez vos horaires', 'Continuer')
  await guide.points('Enregistrez')
  await page.getByRole('button', { name: 'Enregistrer les coordonnées' }).click()
  await guide.press('Et ensuite ?', 'Oui')
  await guide.points('L’import vous attend')
  await page.getByRole('link', { name: 'Import de données' }).click()
  await guide.close('Votre cabinet est-il configuré ?', 'Oui')
  await expectWalked(practice, 'premiere-configuration', {
    steps: ['telephone', 'finess', 'saisir-finess', 'horaires', 'enregistrer', 'etat-du-poste', 'ouvrir-import'],
    milestone: 'cabinet-configure',
  })
})

test('the card reader of a new practice is plugged in, given a card and read', async ({ browser }) => {
  const page = await arrive(browser, 'dr-kermarec', '/parametres/carte-vitale')
  const guide = followGuide(page)
  await acceptOffer(page)
  await guide.press('Regardez le lecteur', 'Non')
  await guide.points('Branchez le lecteur')
  await page.getByRole('switch', { name: 'Lecteur branché' }).click()
  await guide.press('Vérifiez le port', 'Continuer')
  await guide.points('Insérez une carte Vitale')
  await page.getByRole('switch', { name: 'Carte Vitale du patient insérée' }).click()
  await guide.points('Testez la lecture')
  await page.getByRole('button', { name: 'Tester la lecture' }).click()
  await guide.close('Le nom du patient s’est-il affiché ?', 'Oui')
  await expectWalked(practice, 'carte-vitale', {
    steps: ['branchement', 'brancher', 'port', 'inserer-carte', 'tester'],
    milestone: 'carte-vitale-lue',
  })
})

test('the printer is switched off: the answer leads to its switch, and a test page that does not come leads there again', async ({
  browser,
}) => {
  const page = await arrive(browser, 'dr-legoff', '/ordonnances')
  // nobody waits half a minute to see that no page comes out
  await page.route('**/v1/flows/**', async (route) => {
    const answer = await route.fetch()
    const flow = (await answer.text()).replace(/("id":"page-de-test".*?"withinMs":)\d+/, '$14000')
    await route.fulfill({ response: answer, body: flow })
  })
  const guide = followGuide(page)
  const panel = await openHelp(page)
  await searchFor(panel, "mon ordonnance ne s'imprime pas")
  await panel.getByRole('button', { name: 'Votre ordonnance ne s’imprime pas' }).click()
  await panel.getByRole('button', { name: 'Démarrer le guide' }).first().click()
  await guide.points('Ouvrez les paramètres')
  await page.getByRole('link', { name: 'Paramètres' }).click()
  await guide.points('Ouvrez les imprimantes')
  await page.getByRole('link', { name: 'Imprimantes' }).click()
  await guide.press('Regardez l’imprimante', 'Non')
  await guide.points('Allumez l’imprimante')
  const power = page.getByRole('switch', { name: 'Imprimante allumée' })
  await power.click()
  await guide.points('Choisissez l’imprimante')
  await page.getByRole('combobox', { name: 'Imprimante', exact: true }).selectOption('Ostrel M 410 (cabinet) – USB')
  await guide.points('Choisissez le bac')
  await page.getByRole('combobox', { name: 'Bac à papier' }).selectOption('Bac 2 – ordonnances A5')
  await guide.points('Imprimez une page de test')
  await power.click()
  await page.getByRole('button', { name: 'Imprimer une page de test' }).click()
  await expect(page.getByText('Imprimante hors ligne').first()).toBeVisible()
  await guide.press('Imprimez une page de test', 'Allumez l’imprimante')
  await guide.points('Allumez l’imprimante')
  await power.click()
  await guide.press('Choisissez l’imprimante', 'Continuer')
  await guide.press('Choisissez le bac', 'Continuer')
  await guide.points('Imprimez une page de test')
  await page.getByRole('button', { name: 'Imprimer une page de test' }).click()
  await guide.close('Le problème est-il résolu ?', 'Oui')
  await expectWalked(practice, 'imprimante-ordonnances', {
    steps: ['ouvrir-parametres', 'ouvrir-imprimantes', 'voyant', 'allumer', 'choisir', 'bac', 'page-de-test'],
    failed: ['page-de-test: verify_failed'],
    milestone: 'imprimante-prete',
  })
})

test('patients are brought over from a file on a screen 360 px wide', async ({ browser }) => {
  const page = await arrive(browser, 'dr-aubry', '/')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Import de données' }).click()
  const guide = followGuide(page)
  await acceptOffer(page)
  await guide.press('Votre ancien logiciel', 'Oui')
  await guide.points('D’où viennent vos patients ?')
  await page.getByLabel('Logiciel d’origine').selectOption('Axivio')
  await guide.points('Donnez le fichier')
  const chosen = page.waitForEvent('filechooser')
  await page.getByLabel('Fichier des patients').click()
  const patients = `Nom;Prénom;Date de naissance\nBrindacier;Léontine;14/03/1962\nAubépin;Ferdinand;31/02/1950\n`
  await (await chosen).setFiles({ name: 'patients.csv', mimeType: 'text/csv', buffer: Buffer.from(patients) })
  await guide.press('Relisez les colonnes', 'Oui')
  const card = await guide.points('Importez')
  const box = await card.boundingBox()
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 360).toBe(true)
  await page.getByRole('button', { name: 'Importer 2 patients' }).click()
  await guide.press('Lisez le rapport', 'Oui')
  await guide.press('Les lignes refusées', 'Continuer')
  await guide.points('Vos patients sont là')
  await page.getByRole('link', { name: 'Voir les patients' }).click()
  await guide.close('Retrouvez-vous vos patients ?', 'Oui')
  await expect(page.getByRole('link', { name: /BRINDACIER/ })).toBeVisible()
  await expectWalked(practice, 'import-patients', {
    steps: ['export', 'logiciel', 'fichier', 'colonnes', 'importer', 'rapport', 'lignes-refusees', 'voir-patients'],
    milestone: 'patients-importes',
  })
})

test('the first télétransmission fetches the doctor’s card from another page, outlives a reload there, and leaves', async ({
  browser,
}) => {
  const page = await arrive(browser, 'dr-kermarec', '/teletransmission')
  const guide = followGuide(page)
  await acceptOffer(page)
  await guide.press('Votre carte CPS', 'Non')
  await (await guide.step('Insérez votre carte CPS')).getByRole('link', { name: 'Ouvrir la page' }).click()
  await guide.points('Insérez votre carte CPS')
  await page.reload()
  await expect(await guide.points('Insérez votre carte CPS')).toContainText('Étape 2 sur')
  await page.getByRole('switch', { name: 'Carte CPS du praticien insérée' }).click()
  await guide.press('Le lecteur', 'Continuer')
  await guide.press('Le lecteur', 'Branchez le lecteur')
  await guide.points('Branchez le lecteur')
  await page.getByRole('switch', { name: 'Lecteur branché' }).click()
  await guide.points('Revenez à la télétransmission')
  await page.getByRole('link', { name: 'Télétransmission' }).click()
  await guide.points('Préparez le lot')
  await page.getByRole('button', { name: 'Préparer un lot' }).click()
  await guide.points('Envoyez le lot')
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await guide.press('Demain matin, une habitude', 'Continuer')
  await guide.close('Votre premier lot est-il parti ?', 'Oui')
  await expectWalked(practice, 'premiere-teletransmission', {
    steps: ['carte-cps', 'inserer-cps', 'lecteur', 'brancher', 'revenir', 'preparer', 'envoyer', 'retours'],
    failed: ['lecteur: verify_failed'],
    milestone: 'first-teletransmission',
  })
})

test('the backup guide is followed without a mouse', async ({ browser }) => {
  const page = await arrive(browser, 'dr-bonnefoy', '/securite')
  const guide = followGuide(page)
  await tabTo(page, page.getByRole('button', { name: 'Commencer le guide' }))
  await page.keyboard.press('Enter')
  const ask = await guide.step('Où sauvegarder ?')
  await tabTo(page, ask.getByRole('button', { name: 'Non' }))
  await page.keyboard.press('Enter')
  await guide.points('Choisissez le coffre en ligne')
  await tabTo(page, page.getByLabel('Destination'))
  await page.keyboard.press('ArrowDown')
  await guide.points('Choisissez une heure')
  await tabTo(page, page.getByLabel('Sauvegarde automatique'))
  await page.keyboard.press('ArrowUp')
  await guide.points('Faites-en une tout de suite')
  await tabTo(page, page.getByRole('button', { name: 'Sauvegarder maintenant' }))
  await page.keyboard.press('Enter')
  await tabTo(page, (await guide.step('La preuve')).getByRole('button', { name: 'Oui' }))
  await page.keyboard.press('Enter')
  await tabTo(page, (await guide.step('Vos données sont-elles à l’abri ?')).getByRole('button', { name: 'Oui' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectWalked(practice, 'sauvegarde', {
    steps: ['disque', 'coffre', 'heure', 'sauvegarder', 'pastille'],
    milestone: 'sauvegarde-faite',
  })
})

test('a rejected sheet is corrected inside the application’s own modal window, twice, and sent again', async ({
  browser,
}) => {
  const page = await arrive(browser, 'dr-aubry', '/facturation')
  const guide = followGuide(page)
  const panel = await openHelp(page)
  await searchFor(panel, 'B2-043')
  await panel.getByRole('button', { name: /^Corriger une feuille rejetée/ }).click()
  await panel.getByRole('button', { name: 'Démarrer le guide' }).first().click()
  const sheets = [
    { rights: 'Aucune exonération', choice: 'Choisissez Aucune', option: 'Aucune', more: 'Oui' },
    { rights: 'ALD reconnue', choice: 'Choisissez ALD', option: 'ALD (affection de longue durée)', more: 'Non' },
  ]
  for (const { rights, choice, option, more } of sheets) {
    await guide.points('Ouvrez la feuille rejetée')
    await page.getByRole('button', { name: /^Corriger la feuille n°/ }).click()
    await guide.press('Comparez avec la caisse', rights)
    await guide.step(choice)
    await page.getByRole('combobox', { name: 'Exonération' }).selectOption(option)
    await guide.points('Remettez-la à l’envoi')
    await page.getByRole('button', { name: 'Corriger et remettre à l’envoi' }).click()
    await guide.press('La suite', more)
  }
  await guide.points('Ouvrez la télétransmission')
  await page.getByRole('link', { name: 'Télétransmission' }).click()
  await guide.points('Préparez un nouveau lot')
  await page.getByRole('button', { name: 'Préparer un lot' }).click()
  await guide.points('Renvoyez')
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await guide.close('Le rejet est-il réglé ?', 'Oui')
  await expect(page.getByText(/Lot n°\s\d+ envoyé/)).toBeVisible()
  await expectWalked(practice, 'rejet-b2-043', {
    steps: [
      ...['ouvrir-feuille', 'droits', 'aucune', 'remettre', 'encore', 'ald'],
      ...['ouvrir-teletransmission', 'preparer', 'envoyer'],
    ],
    milestone: 'rejet-corrige',
  })
})

test('a prescription is kept while its guide fetches the doctor’s card, and is signed afterwards', async ({
  browser,
}) => {
  const page = await arrive(browser, 'dr-kermarec', '/ordonnances')
  const guide = followGuide(page)
  await page.getByRole('button', { name: 'L’ordonnance numérique pas à pas' }).click()
  await guide.press('Votre carte CPS', 'Oui')
  await guide.points('Rédigez l’ordonnance')
  await page.getByRole('combobox', { name: 'Patient' }).selectOption({ index: 2 })
  await page.getByLabel('Médicament').click()
  await page.keyboard.type('Paracétamol 1 g, comprimé')
  await page.getByLabel('Posologie').click()
  await page.keyboard.type('1 comprimé en cas de douleur')
  await guide.press('Rédigez l’ordonnance', 'Continuer')
  await guide.points('Signez')
  await page.getByRole('button', { name: 'Signer l’ordonnance numérique' }).click()
  await expect(page.getByText('Carte CPS absente')).toBeVisible()
  await guide.press('Signez', 'Insérez votre carte CPS')
  await (await guide.step('Insérez votre carte CPS')).getByRole('link', { name: 'Ouvrir la page' }).click()
  await page.getByRole('switch', { name: 'Lecteur branché' }).click()
  await page.getByRole('switch', { name: 'Carte CPS du praticien insérée' }).click()
  await guide.points('Retrouvez votre ordonnance')
  await page.getByRole('link', { name: 'Ordonnances', exact: true }).click()
  await guide.step('Signez celle qui est conservée')
  await page.getByRole('button', { name: 'Signer', exact: true }).first().click()
  await guide.close('L’ordonnance numérique est-elle partie ?', 'Oui')
  await expectWalked(practice, 'ordonnance-numerique', {
    steps: ['carte-cps', 'rediger', 'signer', 'remettre-cps', 'retrouver', 'signer-conservee'],
    failed: ['signer: verify_failed'],
    milestone: 'ordonnance-numerique-signee',
  })
})
