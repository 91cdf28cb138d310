/**
 * What a release does to a page, each as a function that runs in the page and knows nothing of targets but their mark: `data-truth` says, for the
 * test alone, what each target means.
 */
export type Mutation = () => void

export const releaseMutations = {
  'as it is': () => {},

  'classes hashed anew': () => {
    for (const element of document.querySelectorAll('[class]'))
      element.setAttribute('class', `css-${element.className.length}k3p9q sc-bdVaJa`)
  },

  'ids generated anew': () => {
    // one more field at the top of the page, and every generated number is another field's
    const owners = [...document.querySelectorAll('[id]')].reverse()
    const fresh = new Map(owners.map(({ id }, place) => [id, `P0-${place}`]))
    for (const element of document.querySelectorAll('[for],[aria-labelledby],[aria-describedby]'))
      for (const name of ['for', 'aria-labelledby', 'aria-describedby']) {
        const ids = element.getAttribute(name)?.split(' ')
        if (ids) element.setAttribute(name, ids.map((id) => fresh.get(id) ?? id).join(' '))
      }
    for (const element of owners) element.id = fresh.get(element.id) ?? ''
  },

  'wrappers added': () => {
    for (const element of document.querySelectorAll('[data-truth],main section,main form')) {
      const wrapper = document.createElement('div')
      element.replaceWith(wrapper)
      wrapper.append(element)
    }
  },

  'rows and controls inserted': () => {
    for (const row of document.querySelectorAll('tbody tr:first-child,nav li:first-child,main li:first-child')) {
      const copy = row.cloneNode(true) as Element
      for (const part of [copy, ...copy.querySelectorAll('*')])
        for (const name of ['data-truth', 'id', 'for', 'data-nav', 'data-action', 'data-field'])
          part.removeAttribute(name)
      // what is new leads somewhere of its own
      for (const link of copy.querySelectorAll('[href]')) link.setAttribute('href', '/nouveaute')
      const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.nodeValue?.trim()) node.nodeValue = 'Nouveauté'
      row.before(copy)
    }
    for (const button of document.querySelectorAll('button[data-truth]')) {
      const beside = button.cloneNode(true) as Element
      for (const name of ['data-truth', 'data-action', 'id', 'aria-label']) beside.removeAttribute(name)
      beside.textContent = `${button.getAttribute('aria-label') ?? button.textContent} et fermer`
      button.before(beside)
    }
    for (const field of document.querySelectorAll('input[data-truth]:not([type=checkbox])')) {
      const beside = document.createElement('input')
      beside.setAttribute('aria-label', 'Référence interne')
      field.before(beside)
    }
  },

  'siblings in another order': () => {
    for (const list of document.querySelectorAll('nav ul,tbody,main form,main section,main ul'))
      list.append(...[...list.children].filter((child) => !/^(h\d|legend|header)$/.test(child.localName)).reverse())
  },

  'counts and icons beside names': () => {
    for (const element of document.querySelectorAll('a[data-truth],button[data-truth]')) {
      const badge = document.createElement('b')
      badge.textContent = ' 3'
      const icon = document.createElement('i')
      icon.setAttribute('aria-hidden', 'true')
      icon.textContent = '★'
      element.prepend(icon)
      element.append(badge)
    }
  },

  'buttons and links swapped': () => {
    for (const element of document.querySelectorAll('a[data-truth],button[data-truth]')) {
      const other = document.createElement(element.localName === 'a' ? 'button' : 'a')
      for (const { name, value } of element.attributes)
        if (name !== 'href' && name !== 'type') other.setAttribute(name, value)
      if (other.localName === 'a') other.setAttribute('href', '#')
      other.append(...element.childNodes)
      element.replaceWith(other)
    }
  },

  'marks of the product taken out': () => {
    for (const element of document.querySelectorAll('*'))
      for (const { name } of [...element.attributes])
        if (/^data-(nav|action|field|status)$/.test(name)) element.removeAttribute(name)
  },

  'accents and case changed': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      node.nodeValue = (node.nodeValue ?? '').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  },

  'a second menu for phones, hidden': () => {
    for (const menu of document.querySelectorAll('nav')) {
      const copy = menu.cloneNode(true) as HTMLElement
      for (const part of copy.querySelectorAll('[data-truth]')) part.removeAttribute('data-truth')
      copy.style.display = 'none'
      menu.before(copy)
    }
  },

  'all of it in a web component': () => {
    const component = document.createElement('app-shell')
    const parts = [...document.body.children].filter(({ localName }) => !/^(script|fanal-.*)$/.test(localName))
    component.attachShadow({ mode: 'open' }).append(...parts)
    document.body.append(component)
  },

  'every third name reworded': () => {
    const marked = [...document.querySelectorAll<HTMLInputElement>('[data-truth]')]
    for (const element of marked.filter((_, place) => place % 3 === 0)) {
      const named = element.labels?.[0] ?? element
      if (element.ariaLabel) element.ariaLabel = 'Procéder'
      const walker = document.createTreeWalker(named, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.nodeValue?.trim() && !node.parentElement?.closest('option')) node.nodeValue = 'Procéder'
    }
  },

  'translated whole': () => {
    const shift = (text: string) =>
      text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[a-z]/gi, (letter) => {
          const first = letter < 'a' ? 65 : 97
          return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
        })
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) node.nodeValue = shift(node.nodeValue ?? '')
    for (const element of document.querySelectorAll('[aria-label],[placeholder],[title],[alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
        const text = element.getAttribute(name)
        if (text) element.setAttribute(name, shift(text))
      }
  },
} satisfies Record<string, Mutation>

export type MutationName = keyof typeof releaseMutations

/** Several at once, as releases are. */
export const releases: Record<string, MutationName[]> = {
  'a new design': ['classes hashed anew', 'ids generated anew', 'wrappers added', 'counts and icons beside names'],
  'new features': ['rows and controls inserted', 'siblings in another order', 'ids generated anew'],
  'a rewrite': [
    'classes hashed anew',
    'ids generated anew',
    'wrappers added',
    'siblings in another order',
    'marks of the product taken out',
    'buttons and links swapped',
    'all of it in a web component',
  ],
  'all but the words': [
    'rows and controls inserted',
    'classes hashed anew',
    'ids generated anew',
    'wrappers added',
    'siblings in another order',
    'counts and icons beside names',
    'a second menu for phones, hidden',
    'marks of the product taken out',
  ],
}

/** Where the target is gone, nothing may be taken for it. */
export const takeAway: Mutation = () => {
  for (const element of document.querySelectorAll<HTMLInputElement>('[data-truth]')) {
    for (const label of element.labels ?? []) label.remove()
    element.remove()
  }
}
