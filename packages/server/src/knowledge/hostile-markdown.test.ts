import { expect, test } from 'vitest'
import { findHostileMarkdown } from './hostile-markdown.ts'

test('an ordinary article, however long, may be parsed', () => {
  const paragraph =
    'Un **mot** et un [lien](b.md), `code` : voir ci-dessous.\n\n> - un\n>   - deux\n\n:::note\nBon.\n:::\n\n'
  expect(findHostileMarkdown(paragraph.repeat(1000))).toBeNull()
})

test.each([
  ['unfinished links', '[a]('.repeat(6000), 1, 'The article holds 6000 links; the limit is 5000. Split it.'],
  ['footnotes', '[^a]'.repeat(3000), 1, 'The article holds 3000 footnotes; the limit is 2000. Split it.'],
  ['quotes', `ok\n${'> '.repeat(60)}x`, 2, 'Nested more than 50 levels deep. Close blocks with ":::" and nest less.'],
  ['lists', '- '.repeat(60), 1, 'Nested more than 50 levels deep. Close blocks with ":::" and nest less.'],
  [
    'blocks left open',
    ':::note\n'.repeat(60),
    51,
    'Nested more than 50 levels deep. Close blocks with ":::" and nest less.',
  ],
])('%s are refused before they are parsed', (_, source, line, message) => {
  expect(findHostileMarkdown(source)).toEqual({ line, message })
})
