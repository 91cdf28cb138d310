import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'

let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp()
})

afterEach(() => testApp.dispose())

function build(): void {
  const { sdkDir, consoleDir } = testApp.services.config
  for (const dir of [sdkDir, consoleDir]) mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(sdkDir, 'fanal.js'), `(()=>{${'/* loader */'.repeat(200)}})()`)
  writeFileSync(join(sdkDir, 'assets', 'panel-1a2b3c.js'), 'export {}')
  writeFileSync(join(consoleDir, 'index.html'), '<!doctype html><title>Fanal</title>')
  writeFileSync(join(consoleDir, 'assets', 'app-9f8e.js'), 'export {}')
}

const get = (url: string, headers: Record<string, string> = {}) => testApp.app.inject({ url, headers })

describe('the widget', () => {
  test('is kept five minutes, asked for again by its ETag, and open to every page', async () => {
    build()
    const answer = await get('/fanal.js')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('/javascript'),
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    })
    const again = await get('/fanal.js', { 'if-none-match': String(answer.headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  test('is compressed', async () => {
    build()
    const answer = await get('/fanal.js', { 'accept-encoding': 'gzip, br' })
    expect(answer.headers['content-encoding']).toBe('br')
    expect(answer.rawPayload.length).toBeLessThan(200)
  })

  test('has chunks that never change', async () => {
    build()
    const answer = await get('/assets/panel-1a2b3c.js')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
  })

  test('a chunk that is gone is not found, and that is not kept', async () => {
    build()
    const answer = await get('/assets/panel-old.js')
    expect([answer.statusCode, answer.json().error]).toEqual([
      404,
      { code: 'ROUTE_UNKNOWN', message: 'There is nothing at GET /assets/panel-old.js.' },
    ])
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test.each(['/assets/..%2f..%2fdata%2ffanal.sqlite', '/assets/%2e%2e/%2e%2e/data/fanal.sqlite'])(
    '%s leads nowhere',
    async (url) => {
      build()
      expect((await get(url)).statusCode).not.toBe(200)
    },
  )
})

describe('the console', () => {
  test.each(['/console', '/console/', '/console/backlog/b1'])('%s is the page, with its policy', async (url) => {
    build()
    const answer = await get(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toBe('<!doctype html><title>Fanal</title>')
    expect(answer.headers['cache-control']).toBe('no-cache')
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-inline')
  })

  test('has its own hashed files, closed to other sites', async () => {
    build()
    const answer = await get('/console/assets/app-9f8e.js')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  })
})

test('what has not been built says how to build it, and appears once it is', async () => {
  const widget = await get('/fanal.js')
  expect([widget.statusCode, widget.json().error.message]).toEqual([
    503,
    'The widget has not been built. Run `npm run build` and load this again.',
  ])
  expect((await get('/console')).json().error.message).toBe(
    'The console has not been built. Run `npm run build` and load this again.',
  )
  build()
  expect((await get('/fanal.js')).statusCode).toBe(200)
  expect((await get('/console')).statusCode).toBe(200)
})
