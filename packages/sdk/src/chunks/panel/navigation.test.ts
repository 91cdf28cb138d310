import { describe, expect, it } from 'vitest'
import { back, currentEntry, currentQuery, type Navigation, show, startNavigation, type } from './navigation.ts'

const article = (id: string) => ({ kind: 'article', articleId: id, from: 'suggestion' }) as const
const kinds = (navigation: Navigation) => navigation.map(({ view }) => view.kind)

describe('navigation', () => {
  it('goes back through the views in the order they were seen, and stops at home', () => {
    const navigation = show(show(startNavigation, article('a')), { kind: 'contact', from: 'article' })
    expect(kinds(navigation)).toEqual(['home', 'article', 'contact'])
    expect(kinds(back(navigation))).toEqual(['home', 'article'])
    expect(kinds(back(back(back(navigation))))).toEqual(['home'])
  })

  it('remembers where the view left behind was scrolled to', () => {
    const navigation = back(show(show(startNavigation, article('a'), 40), article('b'), 310))
    expect(currentEntry(navigation)).toMatchObject({ view: { articleId: 'a' }, scrollTop: 310 })
    expect(currentEntry(back(navigation)).scrollTop).toBe(40)
  })

  it('shows an article once when it is asked for twice', () => {
    expect(kinds(show(show(startNavigation, article('a')), article('a')))).toEqual(['home', 'article'])
  })

  it('gives every view its own serial, also after going back', () => {
    const first = show(startNavigation, article('a'))
    const second = show(show(first, article('b')), article('a'))
    expect(second.map(({ serial }) => serial)).toEqual([0, 1, 2, 3])
  })

  it('replaces the query while the person types, and goes back to home when it is emptied', () => {
    const typed = type(type(startNavigation, 'imp'), 'imprimante')
    expect(kinds(typed)).toEqual(['home', 'search'])
    expect(currentQuery(typed)).toBe('imprimante')
    expect(kinds(type(typed, ''))).toEqual(['home'])
  })

  it('keeps the query in the box above an article opened from the results', () => {
    const reading = show(type(startNavigation, 'imprimante'), article('a'))
    expect(currentQuery(reading)).toBe('imprimante')
    const again = type(reading, 'imprimante wifi')
    expect(kinds(again)).toEqual(['home', 'search', 'article', 'search'])
    expect(currentQuery(back(again))).toBe('imprimante')
  })

  it('ignores spaces typed into an empty box', () => {
    expect(type(startNavigation, '  ')).toEqual(startNavigation)
  })

  it('forgets the oldest views after thirty, never home', () => {
    let navigation: Navigation = startNavigation
    for (let index = 0; index < 50; index++) navigation = show(navigation, article(`a${index}`))
    expect(navigation.length).toBe(30)
    expect(navigation[0].view.kind).toBe('home')
    expect(currentEntry(navigation).view).toMatchObject({ articleId: 'a49' })
  })
})
