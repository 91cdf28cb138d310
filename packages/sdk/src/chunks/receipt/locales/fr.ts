/** French words of a message that has arrived. */
export const fr = {
  title: 'Message envoyé',
  ref: 'Votre référence',
  reply: 'Réponse prévue avant {day} à {time}',
  replyOn: 'Réponse prévue avant le {day} à {time}',
  noSla: 'Le support vous répond dès que possible.',
  where: 'La réponse arrivera à {email}.',
  channel: 'Canal',
  done: 'Revenir à l’accueil',
  'hours.time': '{hours}\u00a0h\u00a0{minutes}',
  'hours.fullHour': '{hours}\u00a0h',
}
