import { expect, test } from 'vitest'
import { choosePath, readRoutes } from './choose-path.ts'

const known = { routes: ['/parametres/imprimantes', '/patients/p-0001/ordonnance', '/patients/:id'], samples: {} }

test.each([
  ['/parametres', '/parametres'],
  ['/parametres/**', '/parametres'],
  ['/parametres/*', '/parametres/imprimantes'],
  ['/patients/:id/ordonnance', '/patients/p-0001/ordonnance'],
  ['/patients/:id', null],
  ['/', '/'],
])('%s is opened as %s', (glob, path) => {
  expect(choosePath(glob, known)).toBe(path)
})

test('a variable part is written as the sample of its name', () => {
  expect(choosePath('/patients/:id/actes/:acte', { routes: [], samples: { id: 'p-7', acte: 'G' } })).toBe(
    '/patients/p-7/actes/G',
  )
})

test('a routes file holds a path on each line, and remarks', () => {
  expect(readRoutes('# pages\n/a\n\n  /b/:id \nnot a path\n')).toEqual(['/a', '/b/:id'])
})
