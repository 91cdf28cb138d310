/** French words of the checklist. */
export const fr = {
  'progress.none': '{total} guides pour commencer',
  progress: '{done} sur {total} terminés',
  'progress.one': '1 sur {total} terminé',
  done: 'terminé',
  start: 'Commencer',
  resume: 'Reprendre',
  later: 'Plus tard',
  never: 'Ne plus afficher',
}
