import { describe, expect, test } from 'vitest'
import { isLoopbackHost, readConfig } from './config.ts'

describe('settings', () => {
  test('come from options, then the environment, then defaults', () => {
    const config = readConfig({ port: 4500 }, { FANAL_PORT: '4600', FANAL_HOST: '0.0.0.0', FANAL_CONTENT: '/a, /b' })
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 4500,
      contentDirs: ['/a', '/b'],
      smtp: null,
      secretKey: null,
      identitySecret: null,
      logLevel: 'info',
      publicUrl: null,
    })
    expect(readConfig({}, {})).toMatchObject({ host: '127.0.0.1', port: 4400, contentDirs: [] })
  })

  test('a mail server brings its own sender unless one is named', () => {
    expect(readConfig({}, { FANAL_SMTP_URL: 'smtp://mail.medisoft.example:587' }).smtp).toEqual({
      url: 'smtp://mail.medisoft.example:587',
      from: 'Fanal <fanal@mail.medisoft.example>',
    })
    const named = readConfig({ smtpFrom: 'aide@medisoft.example' }, { FANAL_SMTP_URL: 'smtp://127.0.0.1:25' })
    expect(named.smtp?.from).toBe('aide@medisoft.example')
  })

  test('an empty variable is as good as none', () => {
    expect(readConfig({}, { FANAL_SECRET_KEY: '', FANAL_PORT: '', FANAL_SMTP_URL: '' })).toMatchObject({
      secretKey: null,
      port: 4400,
      smtp: null,
    })
  })

  test.each([
    [{ FANAL_PORT: 'http' }, 'Port "http" is not a whole number from 0 to 65535. Try 4400.'],
    [{ FANAL_PORT: '70000' }, 'Port "70000" is not a whole number from 0 to 65535. Try 4400.'],
    [
      { FANAL_SECRET_KEY: 'pk_medisoft_medisoft' },
      'FANAL_SECRET_KEY must start with sk_ and go on with letters, digits, "_" or "-".',
    ],
    [
      { FANAL_SECRET_KEY: 'sk_short', FANAL_HOST: '0.0.0.0' },
      'FANAL_SECRET_KEY must start with sk_ and go on with at least 16 letters, digits, "_" or "-".',
    ],
    [{ FANAL_IDENTITY_SECRET: 'short' }, 'FANAL_IDENTITY_SECRET must be at least 32 bytes long.'],
    [
      { FANAL_SMTP_URL: 'mail.medisoft.example' },
      'FANAL_SMTP_URL must look like smtp://user:password@mail.example.com:587.',
    ],
    [
      { FANAL_LOG_LEVEL: 'loud' },
      'FANAL_LOG_LEVEL "loud" is unknown. Use one of: fatal, error, warn, info, debug, trace, silent.',
    ],
    [{ FANAL_PUBLIC_URL: 'help' }, 'FANAL_PUBLIC_URL "help" is not an http or https address.'],
    [
      { FANAL_DATABASE_URL: 'mysql://me:secret@db/fanal' },
      'FANAL_DATABASE_URL (or --database) must look like postgres://user:password@db.example.com:5432/fanal.',
    ],
  ])('%j is refused by name', (env, message) => {
    expect(() => readConfig({}, env)).toThrow(message)
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['app.localhost', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.4', false],
  ['127.0.0.1.example.com', false],
])('host %s is loopback: %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected)
})
