/** French words of the screen that helps on where nothing was found. */
export const fr = {
  rephrase: 'Dire autrement',
  'rephrase.name': 'Rechercher «\u00a0{query}\u00a0»',
  maybe: 'Peut-être',
  'maybe.text': 'Des articles proches, qui ne répondent pas à toute la question.',
  'advice.symptom':
    'Dites ce que vous voyez\u00a0: «\u00a0le lecteur ne lit plus la carte\u00a0» plutôt que «\u00a0problème\u00a0».',
  'advice.code': 'Si un message s’affiche, recopiez son code ou ses premiers mots.',
  'advice.shorter': 'Essayez avec moins de mots, ou avec un synonyme.',
}
