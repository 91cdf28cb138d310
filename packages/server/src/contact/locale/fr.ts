/** Words of the mail to support, French. U+00A0 before « : », as typography asks. */
export const fr = {
  from: 'De',
  phone: 'Téléphone',
  impact: 'Impact',
  impacts: {
    P1: 'P1, la personne est bloquée',
    P2: 'P2, la personne est très gênée',
    P3: 'P3, la personne est gênée',
    P4: 'P4, une question',
  },
  reference: 'Référence',
  account: 'Compte client',
  visitor: 'Utilisateur',
  expectedReply: 'Réponse promise avant le',
  contextTitle: 'Contexte, transmis avec l’accord de la personne',
  page: 'Page',
  release: 'Version',
  locale: 'Langue',
  errors: 'Erreurs affichées',
  searches: 'Recherches',
  articles: 'Articles ouverts',
  helpful: 'a aidé',
  notHelpful: 'n’a pas aidé',
  flow: 'Guide en cours',
  flowPath: 'Étapes suivies',
  flowAnswers: 'Réponses données',
  flowFailure: 'Échec',
  labelEnd: '\u00a0:',
}

export type MailWords = typeof fr
