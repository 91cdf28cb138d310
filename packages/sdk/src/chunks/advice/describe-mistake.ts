/** Names the mistake in a call and its mend, for whoever wrote it: verb, what was given, what it takes. */

/** What each verb takes. */
const takes: Readonly<Record<string, string>> = {
  init: 'an element as container, such as document.querySelector("#help"); the widget stands on <html> instead',
  identify: '{token: "a JWT signed by your server"}',
  page: '{path: "/patients/:id"}',
  context: '{topics: ["facturation"]}',
  suggest: 'nothing, or a list of article ids and {text, url}',
  open: 'home or search or contact',
  close: 'nothing',
  toggle: 'nothing',
  search: 'a text',
  article: 'the id of an article',
  flow: 'the id of a flow, or "stop"',
  contact: 'nothing, or {subject, message, impact}',
  error: 'a code or a message',
  milestone: 'a name',
  consent: 'granted or denied',
  on: 'a name and a function',
  once: 'a name and a function',
  off: 'a name and a function',
  reset: 'nothing',
  destroy: 'nothing',
  info: 'a function, called with what there is to know',
}

/** Longest piece of what was given that is quoted, characters. */
const maxQuotedChars = 60

/** @param verb as it was called; `fanal` where the name given is no verb */
export function describeMistake(verb: string, given: unknown): string {
  const place = verb === 'init' ? 'init' : 'verbs'
  const what =
    verb === 'fanal'
      ? `there is no verb ${quote(given)}${nearestVerb(given)}; there are ${Object.keys(takes).join(', ')}`
      : `${given === undefined ? 'nothing' : quote(given)} given, it takes ${takes[verb]}`
  return `${verb}: ${what} (docs/embed.md#${place})`
}

function quote(given: unknown): string {
  const text = typeof given === 'object' ? (given?.constructor?.name ?? 'null') : `"${String(given)}"`
  return text.length > maxQuotedChars ? `${text.slice(0, maxQuotedChars)}…` : text
}

/** Another case, or letters left out, put in or swapped: what a hand does. */
function nearestVerb(given: unknown): string {
  const letters = (text: string) => [...text.toLowerCase()].sort().join('')
  const wanted = letters(String(given))
  const near = Object.keys(takes).find((verb) => {
    const known = letters(verb)
    const [long, short] = known.length > wanted.length ? [known, wanted] : [wanted, known]
    return long.length - short.length < 2 && [...short].filter((letter) => !long.includes(letter)).length === 0
  })
  return near ? `, did you mean "${near}"` : ''
}
