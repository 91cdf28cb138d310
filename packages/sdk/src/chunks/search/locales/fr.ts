/** French words of the search view. */
export const fr = {
  title: 'Résultats de la recherche',
  'count.one': '{count} résultat',
  'count.other': '{count} résultats',
  none: 'Aucun résultat pour «\u00a0{query}\u00a0»',
  'unsure.one': 'Nous ne sommes pas sûrs que cet article réponde à votre question',
  'unsure.other': 'Nous ne sommes pas sûrs que ces articles répondent à votre question',
  support: 'Le support connaît peut-être déjà la réponse.',
  contact: 'Écrire au support',
  'failed.title': 'La recherche ne répond pas',
  'failed.text': 'Votre connexion est peut-être coupée. Votre question est gardée\u00a0: réessayez dans un instant.',
  kept: 'La recherche est injoignable. Voici ce que cet appareil a gardé.',
  retry: 'Réessayer',
  flow: 'Démarrer le guide',
  'flow.name': 'Démarrer le guide\u00a0: {title}',
}
