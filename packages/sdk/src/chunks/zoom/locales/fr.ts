/** French words around an enlarged image. */
export const fr = {
  title: 'Image agrandie',
  closer: 'Agrandir',
  farther: 'Réduire',
  close: 'Fermer l’image',
  scale: '{percent}\u00a0%',
}
