/** A small practice's help in both languages, as the server would answer it. */
import type { Article, ArticleNode, SearchHit, SearchResponse, Suggestion, WidgetConfig } from '@fanal/contract'
import type { WidgetLocale } from '../../runtime.ts'

const text = (value: string): ArticleNode => ({ type: 'text', value })
const p = (...children: ArticleNode[]): ArticleNode => ({ type: 'paragraph', children })
const h2 = (id: string, value: string): ArticleNode => ({ type: 'heading', depth: 2, id, children: [text(value)] })

export function config(locale: WidgetLocale): WidgetConfig {
  return {
    project: 'cabinet',
    locales: ['fr', 'en'],
    widget: { position: 'bottom-right', accent: '#0b6e6e', theme: 'light' },
    privacy: { mode: 'anonymous' },
    contact: {
      channels: [
        {
          id: 'tel',
          kind: 'phone',
          label: locale === 'fr' ? 'Par téléphone' : 'By phone',
          phone: '01 84 88 00 00',
          hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:30' }],
        },
        {
          id: 'mail',
          kind: 'email',
          label: locale === 'fr' ? 'Par e-mail' : 'By e-mail',
          email: 'support@example.com',
        },
      ],
    },
    rules: [{ page: '/facturation/**', articles: ['rejet-b2'] }],
    flows: [],
  }
}

const articleTitle = (locale: WidgetLocale) =>
  locale === 'fr' ? 'Mon ordonnance ne s’imprime pas' : 'My prescription does not print'

export function suggestions(locale: WidgetLocale): Suggestion[] {
  const french = locale === 'fr'
  return [
    {
      id: 'rejet-b2',
      title: french ? 'Corriger un rejet de facture B2' : 'Correct a rejected B2 invoice',
      summary: french
        ? 'Lire le code du rejet, corriger la feuille de soins et la renvoyer dans le lot suivant.'
        : 'Read the rejection code, correct the care sheet and send it again in the next batch.',
      category: french ? 'Facturation' : 'Invoicing',
      why: 'page:/facturation/**',
    },
    {
      id: 'tiers-payant',
      title: french ? 'Appliquer le tiers payant' : 'Apply third-party payment',
      summary: french
        ? 'Quand le proposer, quelles cases cocher, et comment suivre le règlement de la caisse.'
        : 'When to offer it, which boxes to tick, and how to follow the fund’s payment.',
      category: french ? 'Facturation' : 'Invoicing',
      why: 'page:/facturation/**',
    },
    {
      id: 'carte-vitale',
      title: french ? 'La carte Vitale n’est pas lue' : 'The Vitale card is not read',
      summary: french
        ? 'Vérifier le lecteur, sa prise et le voyant, puis relancer la lecture.'
        : 'Check the reader, its plug and its light, then read the card again.',
      category: french ? 'Télétransmission' : 'Transmission',
      why: 'page:/facturation/**',
    },
  ]
}

export function articles(locale: WidgetLocale): Article[] {
  const french = locale === 'fr'
  return [
    {
      id: 'imprimante',
      title: articleTitle(locale),
      revision: 4,
      locale,
      category: french ? 'Ordonnances' : 'Prescriptions',
      summary: null,
      body: french ? frenchBody : englishBody,
      toc: french
        ? [
            { id: 'voyant', title: 'Regardez le voyant', depth: 2 },
            { id: 'choisir', title: 'Choisissez la bonne imprimante', depth: 2 },
            { id: 'codes', title: 'Si un code s’affiche', depth: 2 },
            { id: 'encore', title: 'Toujours rien', depth: 2 },
          ]
        : [
            { id: 'voyant', title: 'Look at the light', depth: 2 },
            { id: 'choisir', title: 'Choose the right printer', depth: 2 },
            { id: 'codes', title: 'If a code is shown', depth: 2 },
            { id: 'encore', title: 'Still nothing', depth: 2 },
          ],
      related: [{ id: 'carte-vitale', title: suggestions(locale)[2]?.title ?? '' }],
      flow: {
        id: 'imprimante-ordonnances',
        title: french ? 'Configurer l’imprimante d’ordonnances' : 'Set up the prescription printer',
      },
      updatedAt: '2026-02-12T09:00:00Z',
    },
    ...suggestions(locale).map(
      ({ id, title, category, summary }): Article => ({
        id,
        title,
        revision: 1,
        locale,
        category,
        summary,
        body: [p(text(summary ?? ''))],
        toc: [],
        related: [],
        flow: null,
        updatedAt: '2026-01-05T09:00:00Z',
      }),
    ),
  ]
}

const frenchBody: ArticleNode[] = [
  p(
    text('L’ordonnance part bien, mais rien ne sort\u00a0? Dans neuf cas sur dix, '),
    { type: 'strong', children: [text('l’imprimante choisie n’est pas la bonne')] },
    text('.'),
  ),
  h2('voyant', 'Regardez le voyant'),
  {
    type: 'list',
    ordered: true,
    children: [
      { type: 'listItem', children: [p(text('Allumez l’imprimante et attendez le voyant vert.'))] },
      {
        type: 'listItem',
        children: [
          p(text('Ouvrez '), { type: 'strong', children: [text('Paramètres › Imprimantes')] }, text('.')),
          {
            type: 'callout',
            kind: 'warning',
            children: [p(text('Le voyant orange veut dire que le bac est vide ou mal fermé.'))],
          },
        ],
      },
      {
        type: 'listItem',
        children: [
          p(text('Imprimez une page d’essai. Voir aussi '), {
            type: 'articleLink',
            articleId: 'carte-vitale',
            children: [text('la carte Vitale n’est pas lue')],
          }),
        ],
      },
    ],
  },
  h2('choisir', 'Choisissez la bonne imprimante'),
  p(
    text('Le nom se termine par '),
    { type: 'inlineCode', value: '-ORDO' },
    text(', comme sur l’étiquette. Le site du '),
    { type: 'link', href: 'https://example.com/pilotes', children: [text('fabricant')] },
    text(' donne les pilotes.'),
  ),
  { type: 'callout', kind: 'note', children: [p(text('Ce réglage vaut pour ce poste seulement.'))] },
  {
    type: 'list',
    ordered: false,
    children: [
      { type: 'listItem', children: [p(text('format A5, bac 2 ;'))] },
      { type: 'listItem', checked: true, children: [p(text('recto seul.'))] },
    ],
  },
  h2('codes', 'Si un code s’affiche'),
  {
    type: 'table',
    align: [null, null, 'right'],
    head: [[text('Code')], [text('Cause')], [text('Durée')]],
    rows: [
      [[{ type: 'inlineCode', value: 'E-104' }], [text('Bac ouvert')], [text('1 min')]],
      [[{ type: 'inlineCode', value: 'E-201' }], [text('Pilote absent du poste')], [text('10 min')]],
    ],
  },
  {
    type: 'code',
    value: 'lpstat -p ORDO-ACCUEIL\nimprimante ORDO-ACCUEIL inactive, activée depuis lundi 2 mars 08:12',
  },
  h2('encore', 'Toujours rien'),
  { type: 'blockquote', children: [p(text('Débranchez dix secondes, rebranchez, attendez le voyant vert.'))] },
  p({ type: 'flowLink', flowId: 'imprimante-ordonnances', children: [text('Démarrer le guide d’impression')] }),
  { type: 'image', src: '/media/voyant.png', alt: 'Le voyant vert, à droite du bac', width: 640, height: 300 },
  { type: 'video', src: '/media/essai.mp4', title: 'Imprimer une page d’essai' },
]

const englishBody: ArticleNode[] = [
  p(text('The prescription leaves, but nothing comes out? Nine times out of ten '), {
    type: 'strong',
    children: [text('the wrong printer is chosen.')],
  }),
  h2('voyant', 'Look at the light'),
  {
    type: 'list',
    ordered: true,
    children: [
      { type: 'listItem', children: [p(text('Switch the printer on and wait for the green light.'))] },
      { type: 'listItem', children: [p(text('Open Settings › Printers.'))] },
      { type: 'listItem', children: [p(text('Print a test page.'))] },
    ],
  },
  h2('choisir', 'Choose the right printer'),
  { type: 'callout', kind: 'note', children: [p(text('This setting is for this computer only.'))] },
  h2('codes', 'If a code is shown'),
  p(text('Copy it into the search box.')),
  h2('encore', 'Still nothing'),
  p(text('Unplug it for ten seconds.')),
]

/** Answers anything about printing with hits, anything else with none. */
export function hitsFor(query: string, locale: WidgetLocale): Partial<SearchResponse> {
  const french = locale === 'fr'
  if (!/impri|ordo|print|presc/i.test(query)) return { hits: [], nbHits: 0, query }
  const mark = (value: string) => value.replace(/ordonnance|imprime?|prescription|print/gi, '\ue000$&\ue001')
  const all = [
    { id: 'imprimante', title: articleTitle(locale), category: french ? 'Ordonnances' : 'Prescriptions' },
    { id: 'rejet-b2', title: french ? 'Réimprimer une ordonnance' : 'Print a prescription again', category: null },
    {
      id: 'tiers-payant',
      title: french ? 'Choisir le format d’impression des ordonnances' : 'Choose the paper size of prescriptions',
      category: french ? 'Ordonnances' : 'Prescriptions',
    },
  ]
  const summary = french
    ? 'Choisir la bonne imprimante, vérifier le voyant vert, imprimer une page d’essai.'
    : 'Choose the right printer, check the green light, print a test page.'
  const hits = all.map(
    ({ id, title, category }): SearchHit => ({
      objectID: id,
      title,
      summary,
      category,
      locale,
      _highlightResult: {
        title: { value: mark(title), matchLevel: 'full', matchedWords: [] },
        summary: { value: mark(summary), matchLevel: 'partial', matchedWords: [] },
      },
      _snippetResult: {},
    }),
  )
  return { hits, nbHits: hits.length, query }
}
