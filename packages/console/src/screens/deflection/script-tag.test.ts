import { expect, test } from 'vitest'
import { scriptTag } from './script-tag.ts'

test('carries the project’s own key', () => {
  expect(scriptTag('https://help.example.com', { id: 'cabinet', title: 'Cabinet', publicKey: 'pk_9f2' })).toBe(
    '<script async src="https://help.example.com/fanal.js" data-key="pk_9f2"></script>',
  )
})

test('falls back to the key a project has by default', () => {
  expect(scriptTag('http://127.0.0.1:4400', { id: 'demo', title: 'Demo' })).toContain('data-key="pk_demo"')
})
