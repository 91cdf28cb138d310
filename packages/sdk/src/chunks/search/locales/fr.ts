/** French words of the search view. */
export const fr = {
  title: 'Résultats de la recherche',
  'count.one': '{count} résultat',
  'count.other': '{count} résultats',
  none: 'Aucun résultat pour «\u00a0{query}\u00a0»',
  'none.support': 'Toujours rien\u202f? Le support connaît peut-être déjà la réponse.',
  'advice.symptom':
    'Dites ce que vous voyez\u00a0: «\u00a0le lecteur ne lit plus la carte\u00a0» plutôt que «\u00a0problème\u00a0».',
  'advice.code': 'Si un message s’affiche, recopiez son code ou ses premiers mots.',
  'advice.shorter': 'Essayez avec moins de mots, ou avec un synonyme.',
  contact: 'Écrire au support',
  'failed.title': 'La recherche ne répond pas',
  'failed.text': 'Votre connexion est peut-être coupée. Votre question est gardée\u00a0: réessayez dans un instant.',
  retry: 'Réessayer',
}
