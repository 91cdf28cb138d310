import { expect, it } from 'vitest'
import { describeMistake } from './describe-mistake.ts'

const verbs =
  'init, identify, page, context, suggest, open, close, toggle, search, article, flow, contact, error, milestone, consent, on, once, off, reset, destroy, info'

it.each([
  ['page', undefined, 'page: nothing given, it takes {path: "/patients/:id"} (docs/embed.md#verbs)'],
  ['consent', 'oui', 'consent: "oui" given, it takes granted or denied (docs/embed.md#verbs)'],
  ['article', {}, 'article: Object given, it takes the id of an article (docs/embed.md#verbs)'],
  ['on', null, 'on: null given, it takes a name and a function (docs/embed.md#verbs)'],
  [
    'init',
    '#aide',
    'init: "#aide" given, it takes an element as container, such as document.querySelector("#help"); the widget stands on <html> instead (docs/embed.md#init)',
  ],
  [
    'fanal',
    'serach',
    `fanal: there is no verb "serach", did you mean "search"; there are ${verbs} (docs/embed.md#verbs)`,
  ],
  ['fanal', 'Open', `fanal: there is no verb "Open", did you mean "open"; there are ${verbs} (docs/embed.md#verbs)`],
  [
    'fanal',
    'articles',
    `fanal: there is no verb "articles", did you mean "article"; there are ${verbs} (docs/embed.md#verbs)`,
  ],
  ['fanal', 'zoom', `fanal: there is no verb "zoom"; there are ${verbs} (docs/embed.md#verbs)`],
])('%s with %j', (verb, given, message) => {
  expect(describeMistake(verb, given)).toBe(message)
})
