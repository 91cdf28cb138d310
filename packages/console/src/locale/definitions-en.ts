/** What every figure means, in English: shown one click from the figure. The figures are computed by @fanal/insights. */
import type { definitionsFr } from './definitions-fr.ts'

export const definitionsEn: Record<keyof typeof definitionsFr, string> = {
  'def.deflection':
    'Avoided tickets, as a share of what support would have received without help: avoided plus created tickets. Each helped episode counts for the probability that it really avoided a ticket. The Wilson interval shows what chance allows with this many observations.',
  'def.deflectionFormula': 'A ÷ (A + T), Wilson 95% with n = N + T',
  'def.bounds':
    'The low bound counts explicit avoidances only; the high bound counts every helped episode. The truth lies between them; the estimate weighs each case.',
  'def.boundsFormula': 'low = explicit ÷ (explicit + T) · high = N ÷ (N + T)',
  'def.avoided':
    'The sum of helped episodes, weighted: an explicit avoidance is worth 1, a confirmed episode π, an assumed one π times the helpfulness h of the last item read. π is the probability that a helped person would otherwise have contacted support.',
  'def.avoidedFormula': 'A = explicit × 1 + confirmed × π + Σ assumed π × h',
  'def.tickets': 'Tickets created in the period, whichever channel they came through.',
  'def.ticketsFormula': 'T = tickets created in the period',
  'def.episodes':
    'An episode is the activity of one person who really asked for help, with no pause of 24 h. It is counted once its window has closed, and only if no ticket came before it.',
  'def.episodesFormula': 'E = mature episodes, except “after a ticket”',
  'def.selfService': 'The share of episodes that end with an answer: explicit, confirmed and assumed.',
  'def.selfServiceFormula': 'N ÷ E, Wilson 95%',
  'def.contactAfterHelp': 'The share of episodes that end with a message sent, or a ticket within the window.',
  'def.contactAfterHelpFormula': 'contacted ÷ E, Wilson 95%',
  'def.abandon':
    'The share of episodes with neither an answer read nor a contact: the person asked for help and got none.',
  'def.abandonFormula': 'abandoned ÷ E, Wilson 95%',
  'def.saved':
    'What the avoided tickets would have cost support, less the content work and the tool that fanal.yaml states. Without costs.perTicket in fanal.yaml, €10 per ticket is an assumption.',
  'def.savedFormula': 'A × cost per ticket − (content hours × hourly rate + tool)',
  'def.outcomes':
    'Each episode has one outcome: the first that applies, in this order: after a ticket, contacted, avoided, confirmed, assumed, abandoned.',
  'def.outcomesFormula': 'N = explicit + confirmed + assumed',
  'def.attribution':
    'Avoided tickets, shared among content. “Shared”: equal parts among the items read. “Last read”: all to the last item read or completed. Both add up to A.',
  'def.attributionFormula': 'Σ credits = A',
  'def.committed':
    'Committed searches: Enter, a click on a result, or 1.2 seconds without typing. A word typed in steps counts once.',
  'def.committedFormula': 'number of committed searches',
  'def.noResult': 'The share of committed searches that find nothing.',
  'def.noResultFormula': '0 results ÷ committed, Wilson 95%',
  'def.failed':
    'The share of committed searches with no result, with no click and then a new search within a minute, a contact, or the end of the session, or with uncertain results of which none was opened and then read.',
  'def.failedFormula': 'failed ÷ committed, Wilson 95%',
  'def.clickThrough': 'The share of committed searches followed by at least one click on a result.',
  'def.clickThroughFormula': '≥ 1 click ÷ committed, Wilson 95%',
  'def.read':
    'Opened: the article was shown. Read: it stayed for at least 10 active seconds, half scrolled or fully visible.',
  'def.readFormula': 'read = 10 active seconds or more, and half scrolled',
  'def.contactAfterRead': 'How many times somebody wrote to support, or opened a ticket, after reading this article.',
  'def.contactAfterReadFormula': 'contacts and tickets that follow a reading',
  'def.helpfulness':
    'Helpfulness h starts from a neutral 6 yes out of 10, then follows the votes: a single “no” does not condemn an article. The vote kept is each person’s last, per revision.',
  'def.helpfulnessFormula': 'h = (yes + 6) ÷ (yes + no + 10)',
}
