/** French words on a printed article. */
export const fr = {
  updated: 'Mis à jour le {date}',
  printed: 'Imprimé le {date}',
  source: 'Aide de {site}, article «\u00a0{id}\u00a0», version {revision}',
  video: 'Vidéo, à voir dans l’aide\u00a0: {title}',
  videoUnnamed: 'Vidéo, à voir dans l’aide',
}
