/** French words of what comes after the first suggestions. */
export const fr = {
  forward: 'Suivant',
  expand: 'Agrandir en panneau latéral',
  shrink: 'Réduire',
  'news.title': 'Nous avons écrit cet article',
  'news.text': 'Vous cherchiez «\u00a0{query}\u00a0»\u00a0: voici la réponse.',
  'flow.title': 'Guide en cours',
  resume: 'Reprendre',
  'resume.name': 'Reprendre le guide «\u00a0{title}\u00a0»',
  unfinished: 'Reprendre la lecture',
  share: 'Lu à {share}\u00a0%',
  popular: 'Les plus lus',
  clear: 'Effacer',
  recent: 'Recherches récentes',
  forget: 'Effacer l’historique',
}
