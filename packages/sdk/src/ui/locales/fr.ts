/** French words of the panel and of the parts every view shares. Narrow no-break spaces before ; ! ?, no-break before : and in « ». */
export const fr = {
  'panel.title': 'Aide',
  'panel.back': 'Retour',
  'panel.close': 'Fermer',
  'panel.contact': 'Contacter le support',
  'search.name': "Rechercher dans l'aide",
  'search.placeholder': 'Décrivez ce qui se passe…',
  'home.title': 'Articles suggérés pour cette page',
  'home.empty': 'Rien de particulier pour cette page. Décrivez ce qui se passe ci-dessus, avec vos mots.',
  'home.failed': 'Les suggestions n’arrivent pas. La recherche et le support restent à votre disposition.',
  loading: 'Chargement…',
  'failed.title': 'L’aide n’arrive pas jusqu’ici',
  'failed.text': 'Vérifiez votre connexion, puis réessayez.',
  retry: 'Réessayer',
}
