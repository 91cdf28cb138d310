import { symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

let help: ContentServer

beforeAll(async () => {
  help = await openContentServer()
  writeFileSync(path.join(help.content.folder, '../secret.png'), 'secret')
  symlinkSync(path.join(help.content.folder, '../secret.png'), path.join(help.content.folder, 'images/lien.png'))
})

afterAll(() => help.dispose())

/** The status of a path sent as it stands; fetch would tidy it up first. */
function rawStatus(raw: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: help.server.port, path: raw }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    sent.on('error', reject).end()
  })
}

test('an image is served with its type, never sniffed, to any page', async () => {
  const answer = await help.get('/assets/content/medisoft/images/voyant.png')
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300',
  })
})

test('a video is served in parts, as players ask for it', async () => {
  const answer = await help.get('/assets/content/medisoft/videos/demo.mp4', { range: 'bytes=2-4' })
  expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ])
})

test.each([
  '/assets/content/medisoft/images/schema.svg',
  '/assets/content/medisoft/fanal.yaml',
  '/assets/content/medisoft/articles/imprimante.md',
  '/assets/content/medisoft/images/lien.png',
  '/assets/content/medisoft/images/none.png',
  '/assets/content/medisoft/../secret.png',
  '/assets/content/medisoft/%2e%2e/secret.png',
  '/assets/content/medisoft/..%2fsecret.png',
  '/assets/content/medisoft/images/..%5c..%5csecret.png',
  '/assets/content/medisoft//etc/x.png',
  '/assets/content/other/images/voyant.png',
])('%s is not there', async (raw) => {
  expect(await rawStatus(raw)).toBe(404)
})
