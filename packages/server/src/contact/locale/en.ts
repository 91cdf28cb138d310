/** Words of the mail to support, English. */
import type { MailWords } from './fr.ts'

export const en: MailWords = {
  from: 'From',
  phone: 'Phone',
  impact: 'Impact',
  impacts: {
    P1: 'P1, the person is blocked',
    P2: 'P2, the person is badly hindered',
    P3: 'P3, the person is hindered',
    P4: 'P4, a question',
  },
  reference: 'Reference',
  account: 'Account',
  visitor: 'User',
  expectedReply: 'Reply promised by',
  contextTitle: 'Context, sent with the person’s agreement',
  page: 'Page',
  release: 'Release',
  locale: 'Language',
  errors: 'Errors shown',
  searches: 'Searches',
  articles: 'Articles opened',
  helpful: 'helped',
  notHelpful: 'did not help',
  flow: 'Guide in progress',
  flowPath: 'Steps taken',
  flowAnswers: 'Answers given',
  flowFailure: 'Failure',
  labelEnd: ':',
}
