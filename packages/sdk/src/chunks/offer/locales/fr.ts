/** French words of the offer. */
export const fr = {
  help: 'Aide pour cette erreur\u00a0:',
  dismiss: 'Ignorer l’aide pour cette erreur',
}
