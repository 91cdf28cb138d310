import { expect, test } from 'vitest'
import { generatePassword, hashPassword, verifyPassword } from './password.ts'

test('a password is kept as its own salted hash and recognised again', async () => {
  const [first, second] = await Promise.all([hashPassword('corail-été-7'), hashPassword('corail-été-7')])
  expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  expect(first).not.toBe(second)
  expect(await verifyPassword('corail-été-7', first)).toBe(true)
  expect(await verifyPassword('corail-ete-7', first)).toBe(false)
})

test('the same accents typed on another keyboard are the same password', async () => {
  const hash = await hashPassword('\u00e9t\u00e9')
  expect(await verifyPassword('e\u0301te\u0301', hash)).toBe(true)
})

test('an overlong or empty password is refused before any work is done', async () => {
  await expect(hashPassword('x'.repeat(201))).rejects.toThrow('A password has 1 to 200 characters; this one has 201.')
  await expect(hashPassword('')).rejects.toThrow(RangeError)
  expect(await verifyPassword('x'.repeat(201), await hashPassword('x'))).toBe(false)
})

test('a stored text that is no hash matches nothing', async () => {
  expect(await verifyPassword('', '')).toBe(false)
  expect(await verifyPassword('plain', 'plain')).toBe(false)
})

test('a generated password can be read out', () => {
  expect(generatePassword()).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
})
