/** French words of steps that did not come true. Narrow no-break spaces before ; ! ?, no-break before : and in « ». */
export const fr = {
  retry: 'Vérifier à nouveau',
  skip: 'Continuer quand même',
  remedy: 'Voir la solution',
  read: 'Lire l’article',
  notVerifiedPage: 'Nous n’avons pas pu confirmer cette étape : la page attendue n’est pas ouverte.',
  notVerifiedElement: 'Nous n’avons pas pu confirmer cette étape : le résultat attendu n’apparaît pas à l’écran.',
  notVerifiedText: 'Nous n’avons pas pu confirmer cette étape : « {text} » n’apparaît pas à l’écran.',
  notVerifiedExpected: 'Nous n’avons pas pu confirmer cette étape. Résultat attendu : {expected}',
  notVerifiable: 'Cette étape ne peut pas être vérifiée ici. Si elle est faite, continuez.',
  notVerified: 'Nous n’avons pas pu confirmer cette étape : votre logiciel ne l’a pas encore signalée.',
}
