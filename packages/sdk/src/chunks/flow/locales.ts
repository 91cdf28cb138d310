/** The words of guided flows. Narrow no-break spaces before ; ! ?, no-break before : and in « ». */
import type { Words } from '../../ui/translate.ts'

const fr = {
  position: 'Étape {number} sur {total}',
  continue: 'Continuer',
  back: 'Retour',
  leave: 'Quitter le guide',
  contact: 'Contacter le support',
  yes: 'Oui',
  no: 'Non',
  verifying: 'Vérification en cours…',
  retry: 'Vérifier à nouveau',
  skip: 'Continuer quand même',
  remedy: 'Voir la solution',
  notVerifiedPage: 'Nous n’avons pas pu confirmer cette étape : la page attendue n’est pas ouverte.',
  notVerifiedElement: 'Nous n’avons pas pu confirmer cette étape : le résultat attendu n’apparaît pas à l’écran.',
  notVerifiedText: 'Nous n’avons pas pu confirmer cette étape : « {text} » n’apparaît pas à l’écran.',
  notVerified: 'Nous n’avons pas pu confirmer cette étape : votre logiciel ne l’a pas encore signalée.',
  fallback: 'Cet endroit de l’écran n’a pas été trouvé. Suivez les indications, puis continuez.',
  elsewhere: 'Cette étape se passe sur une autre page. Le guide vous y attend.',
  openPage: 'Ouvrir la page',
  given: 'votre réponse',
  offer: 'Première visite ici ? Un guide vous accompagne pas à pas.',
  begin: 'Commencer le guide',
  later: 'Plus tard',
  never: 'Ne plus proposer',
} as const

const en: Record<keyof typeof fr, string> = {
  position: 'Step {number} of {total}',
  continue: 'Continue',
  back: 'Back',
  leave: 'Leave the guide',
  contact: 'Contact support',
  yes: 'Yes',
  no: 'No',
  verifying: 'Checking…',
  retry: 'Check again',
  skip: 'Continue anyway',
  remedy: 'See what to do',
  notVerifiedPage: 'We could not confirm this step: the page it leads to is not open.',
  notVerifiedElement: 'We could not confirm this step: what should appear is not on the screen.',
  notVerifiedText: 'We could not confirm this step: “{text}” is not on the screen.',
  notVerified: 'We could not confirm this step: the application has not reported it yet.',
  fallback: 'We could not find this place on your screen. Follow the text, then continue.',
  elsewhere: 'This step takes place on another page. The guide is waiting for you there.',
  openPage: 'Open the page',
  given: 'your answer',
  offer: 'First time here? A guide can take you through it step by step.',
  begin: 'Start the guide',
  later: 'Later',
  never: 'Don’t offer again',
}

export type FlowWord = keyof typeof fr
export const flowWords: Words<FlowWord> = { fr, en }
