import { describe, expect, it } from 'vitest'
import {
  back,
  currentEntry,
  currentQuery,
  forward,
  type Navigation,
  show,
  startNavigation,
  type,
} from './navigation.ts'

const article = (id: string) => ({ kind: 'article', articleId: id, from: 'suggestion' }) as const
const kinds = (navigation: Navigation) => navigation.seen.map(({ view }) => view.kind)

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

  it('goes forward to what was gone back from, where it was scrolled to', () => {
    const there = show(show(startNavigation, article('a'), 40), { kind: 'contact', from: 'article' }, 310)
    const home = back(back(there, 12), 310)
    expect(kinds(home)).toEqual(['home'])
    const again = forward(home)
    expect(currentEntry(again)).toMatchObject({ view: { articleId: 'a' }, scrollTop: 310 })
    expect(currentEntry(forward(again))).toMatchObject({ view: { kind: 'contact' }, scrollTop: 12 })
    expect(forward(forward(again)).ahead).toEqual([])
    expect(kinds(forward(startNavigation))).toEqual(['home'])
  })

  it('forgets what lay ahead once another view is shown, something typed, or home asked for', () => {
    const gone = back(show(type(startNavigation, 'imprimante'), article('a')))
    expect(gone.ahead).toHaveLength(1)
    expect(show(gone, article('b')).ahead).toEqual([])
    expect(type(gone, 'imprimante wifi').ahead).toEqual([])
    expect(type(gone, '').ahead).toEqual([])
    expect(show(gone, { kind: 'home' }).ahead).toEqual([])
    expect(show(back(show(gone, article('b'))), { kind: 'home' }).ahead).toEqual([])
  })

  it('shows an article once when it is asked for twice', () => {
    expect(kinds(show(show(startNavigation, article('a')), article('a')))).toEqual(['home', 'article'])
  })

  it('keeps one form: asked for again it stays, with something else to say it is replaced, and back leads to where it was opened', () => {
    const reading = show(startNavigation, article('a'))
    const form = show(reading, { kind: 'contact', from: 'article' })
    expect(show(form, { kind: 'contact', from: 'api' })).toBe(form)
    const other = show(form, { kind: 'contact', from: 'api', prefill: { subject: 'Lecteur' } })
    expect(kinds(other)).toEqual(['home', 'article', 'contact'])
    expect(currentEntry(other)).toMatchObject({ serial: 3, view: { prefill: { subject: 'Lecteur' } } })
    expect(kinds(back(other))).toEqual(['home', 'article'])
  })

  it('gives every view its own serial, also after going back', () => {
    const first = show(startNavigation, article('a'))
    const second = show(show(first, article('b')), article('a'))
    expect(second.seen.map(({ serial }) => serial)).toEqual([0, 1, 2, 3])
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
    expect(navigation.seen.length).toBe(30)
    expect(navigation.seen[0].view.kind).toBe('home')
    expect(currentEntry(navigation).view).toMatchObject({ articleId: 'a49' })
  })
})
