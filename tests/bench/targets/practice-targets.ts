/**
 * What flows of the example practice may point at: each element as its author would describe it, and as a tester would find it. Selectors are what
 * a recorder writes: a mark of the product where there is one, else a class, a place or a generated id. What the practice marks as private is no target.
 */
import type { FlowTarget } from '@fanal/contract'

/** Role and exact name on the screen as it is today: what the target means. */
export type Truth = [role: 'button' | 'link' | 'textbox' | 'combobox' | 'switch', name: string]

export interface WantedTarget {
  truth: Truth
  /** `role` and `name` are the truth's, unless `words` says otherwise */
  more?: Omit<FlowTarget, 'role' | 'name'>
}

export const practiceTargets: Record<string, WantedTarget[]> = {
  '/': [
    { truth: ['link', 'Patients'], more: { css: '[data-nav=patients]', text: 'Patients' } },
    { truth: ['link', 'Ordonnances'], more: { css: '[data-nav=ordonnances]' } },
    { truth: ['link', 'Paramètres'], more: { css: '[data-nav=parametres]', text: 'Paramètres' } },
    { truth: ['link', 'Sécurité'], more: { css: 'a[href="/securite"]' } },
    { truth: ['button', 'Nouveau rendez-vous'], more: { css: '.button-primary', text: 'Nouveau rendez-vous' } },
    { truth: ['button', 'Jour suivant'], more: { css: '.button:nth-child(3)' } },
    { truth: ['button', 'Aujourd’hui'] },
    { truth: ['combobox', 'Agenda de'], more: { css: '#P0-0' } },
  ],
  '/patients': [{ truth: ['button', 'Nouveau patient'], more: { css: 'main .button-primary' } }],
  '/ordonnances': [
    { truth: ['button', 'Ajouter une ligne'], more: { css: '.button-quiet', text: 'Ajouter une ligne' } },
    { truth: ['button', 'Signer l’ordonnance numérique'], more: { css: '[data-action=signer]' } },
    { truth: ['button', 'Imprimer'], more: { css: '[data-action=imprimer]', text: 'Imprimer' } },
  ],
  '/facturation': [
    { truth: ['button', 'Nouvelle feuille de soins'], more: { css: '[data-action=nouvelle-fse]' } },
    { truth: ['button', 'Corriger la feuille n° 2410'], more: { css: '[data-action=corriger-rejet]' } },
    { truth: ['combobox', 'Statut'], more: { css: '#P0-0' } },
  ],
  '/teletransmission': [
    { truth: ['button', 'Préparer un lot'], more: { css: '[data-action=preparer-lot]', text: 'Préparer un lot' } },
    { truth: ['button', 'Récupérer les retours'], more: { css: '[data-action=retours]' } },
    { truth: ['link', 'Voir les feuilles'], more: { css: 'a.button-small' } },
  ],
  '/parametres/cabinet': [
    { truth: ['link', 'Carte Vitale'], more: { css: '[data-nav=carte-vitale]' } },
    { truth: ['textbox', 'Nom du cabinet'], more: { css: '#P0-0' } },
    { truth: ['textbox', 'Adresse'], more: { css: '#P0-1' } },
    { truth: ['textbox', 'Code postal et ville'], more: { css: '#P0-2' } },
    { truth: ['textbox', 'Téléphone'], more: { css: '[data-field=telephone]' } },
    { truth: ['textbox', 'E-mail'], more: { css: 'input[type=email]' } },
    { truth: ['textbox', 'Numéro FINESS'], more: { css: '[data-field=finess]' } },
    { truth: ['textbox', 'Horaires'], more: { css: '[data-field=horaires]' } },
    { truth: ['button', 'Enregistrer les coordonnées'], more: { css: '[data-action=enregistrer-coordonnees]' } },
  ],
  '/parametres/imprimantes': [
    {
      truth: ['link', 'Imprimantes'],
      more: { css: '[data-nav=imprimantes]', text: 'Imprimantes', within: 'Paramètres' },
    },
    {
      truth: ['combobox', 'Imprimante'],
      more: { css: '[data-field=imprimante]', within: 'Imprimante d’ordonnances' },
    },
    { truth: ['combobox', 'Bac à papier'], more: { css: '[data-field=bac]', within: 'Imprimante d’ordonnances' } },
    { truth: ['button', 'Imprimer une page de test'], more: { css: '[data-action=page-de-test]' } },
    { truth: ['switch', 'Imprimante allumée'], more: { css: '[data-field=marche]', within: 'L’appareil' } },
    { truth: ['textbox', 'Nom de l’imprimante'], more: { css: '#P0-3' } },
    { truth: ['combobox', 'Branchement'], more: { css: '#P0-4' } },
    { truth: ['button', 'Ajouter l’imprimante'], more: { css: 'button[type=submit]' } },
  ],
  '/parametres/carte-vitale': [
    { truth: ['combobox', 'Port du lecteur'], more: { css: '[data-field=port]' } },
    {
      truth: ['button', 'Tester la lecture'],
      more: { css: '[data-action=tester-lecture]', text: 'Tester la lecture' },
    },
    { truth: ['switch', 'Lecteur branché'], more: { css: '[data-field=lecteur]' } },
    { truth: ['switch', 'Carte Vitale du patient insérée'], more: { css: '[data-field=carte-vitale]' } },
    { truth: ['switch', 'Carte CPS du praticien insérée'], more: { css: '[data-field=carte-cps]' } },
  ],
  '/parametres/mises-a-jour': [
    { truth: ['link', 'Import de données'], more: { css: 'a[href="/import"]' } },
    { truth: ['link', 'Mises à jour'], more: { css: '[data-nav=mises-a-jour]' } },
    { truth: ['link', 'Intégrations'], more: { css: 'nav li:nth-child(7) a' } },
  ],
  '/import': [{ truth: ['combobox', 'Logiciel d’origine'], more: { css: '[data-field=logiciel-origine]' } }],
  '/securite': [
    { truth: ['combobox', 'Sauvegarde automatique'], more: { css: '[data-field=heure-sauvegarde]' } },
    { truth: ['combobox', 'Destination'], more: { css: '[data-field=destination]' } },
    { truth: ['button', 'Sauvegarder maintenant'], more: { css: '[data-action=sauvegarder]' } },
    { truth: ['combobox', 'Verrouiller la session après'], more: { css: '#P0-5' } },
  ],
  '/integrations': [
    { truth: ['textbox', 'Adresse MSSanté'], more: { css: '#P0-0' } },
    { truth: ['button', 'Connecter MSSanté'], more: { css: 'form:nth-of-type(1) .button' } },
    { truth: ['button', 'Déconnecter Laboratoires'], more: { css: '.button-quiet' } },
    { truth: ['button', 'Tester la connexion Laboratoires'] },
    { truth: ['textbox', 'Numéro de certificat'], more: { css: '#P0-2' } },
  ],
}
