/** What every figure means, in French: shown one click from the figure. The figures are computed by @fanal/insights. */
export const definitionsFr = {
  'def.deflection':
    'Les tickets évités, rapportés à ce que le support aurait reçu sans l’aide : tickets évités plus tickets créés. Chaque épisode aidé compte pour la probabilité qu’il ait vraiment évité un ticket. L’intervalle de Wilson dit ce que le hasard permet avec si peu, ou autant, d’observations.',
  'def.deflectionFormula': 'A ÷ (A + T), Wilson 95 % avec n = N + T',
  'def.bounds':
    'La borne basse ne compte que les évitements explicites ; la borne haute compte tous les épisodes aidés. La vérité est entre les deux, l’estimation pèse chaque cas.',
  'def.boundsFormula': 'basse = explicites ÷ (explicites + T) · haute = N ÷ (N + T)',
  'def.avoided':
    'La somme des épisodes aidés, pondérés : un évitement explicite vaut 1, un épisode confirmé vaut π, un épisode supposé vaut π fois l’utilité h du dernier contenu lu. π est la probabilité qu’une personne aidée aurait sinon contacté le support.',
  'def.avoidedFormula': 'A = explicites × 1 + confirmés × π + Σ supposés π × h',
  'def.tickets': 'Les tickets créés sur la période, par quelque canal qu’ils soient arrivés.',
  'def.ticketsFormula': 'T = tickets créés dans la période',
  'def.episodes':
    'Un épisode est l’activité d’une personne qui a vraiment demandé de l’aide, sans pause de 24 h. Il est compté quand sa fenêtre est close, et si aucun ticket ne le précédait.',
  'def.episodesFormula': 'E = épisodes mûrs, hors « après un ticket »',
  'def.selfService': 'La part des épisodes qui se terminent sur une réponse : explicites, confirmés et supposés.',
  'def.selfServiceFormula': 'N ÷ E, Wilson 95 %',
  'def.contactAfterHelp': 'La part des épisodes qui finissent par un message envoyé ou un ticket dans la fenêtre.',
  'def.contactAfterHelpFormula': 'contacts ÷ E, Wilson 95 %',
  'def.abandon':
    'La part des épisodes sans réponse lue ni contact : la personne a demandé de l’aide et n’a rien obtenu.',
  'def.abandonFormula': 'abandons ÷ E, Wilson 95 %',
  'def.saved':
    'Ce que les tickets évités auraient coûté au support, moins la rédaction et l’outil indiqués dans fanal.yaml. Sans costs.perTicket dans fanal.yaml, 10 € par ticket est une hypothèse.',
  'def.savedFormula': 'A × coût par ticket − (heures de rédaction × taux horaire + outil)',
  'def.outcomes':
    'Chaque épisode a une seule issue : la première qui s’applique, dans cet ordre : après un ticket, contact, évité, confirmé, supposé, abandon.',
  'def.outcomesFormula': 'N = explicites + confirmés + supposés',
  'def.attribution':
    'Les tickets évités, répartis entre les contenus. « Partagé » : à parts égales entre les contenus lus. « Dernier lu » : tout au dernier contenu lu ou terminé. Les deux sommes font A.',
  'def.attributionFormula': 'Σ crédits = A',
  'def.committed':
    'Les recherches validées : touche Entrée, clic sur un résultat, ou 1,2 seconde sans frappe. Un mot tapé par étapes compte une fois.',
  'def.committedFormula': 'nombre de recherches validées',
  'def.noResult': 'La part des recherches validées qui ne trouvent rien.',
  'def.noResultFormula': '0 résultat ÷ validées, Wilson 95 %',
  'def.failed':
    'La part des recherches validées sans résultat, sans clic puis suivies d’une nouvelle recherche dans la minute, d’un contact ou de la fin de la session, ou aux résultats incertains dont aucun n’a été ouvert puis lu.',
  'def.failedFormula': 'échecs ÷ validées, Wilson 95 %',
  'def.clickThrough': 'La part des recherches validées suivies d’au moins un clic sur un résultat.',
  'def.clickThroughFormula': '≥ 1 clic ÷ validées, Wilson 95 %',
  'def.read':
    'Ouvert : l’article s’est affiché. Lu : il est resté affiché au moins 10 secondes actives, à moitié parcouru ou entièrement visible.',
  'def.readFormula': 'lu = 10 s actives ou plus, et la moitié parcourue',
  'def.contactAfterRead':
    'Combien de fois une personne a écrit au support, ou ouvert un ticket, après avoir lu cet article.',
  'def.contactAfterReadFormula': 'contacts et tickets qui suivent une lecture',
  'def.helpfulness':
    'L’utilité h part d’un avis neutre de 6 oui sur 10, puis suit les votes : un seul « non » ne condamne pas un article. Le vote retenu est le dernier de chaque personne, par révision.',
  'def.helpfulnessFormula': 'h = (oui + 6) ÷ (oui + non + 10)',
} as const
