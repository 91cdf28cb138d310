/**
 * Every setting of the server, in one place: the only module that reads environment variables.
 * Explicit options win over the environment, which wins over the defaults. A wrong value is refused here, with the
 * variable's name, so that nothing fails later for a reason nobody can see.
 * Source: docs/server.md#settings
 */

import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

const logLevels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; never logged */
  url: string
  /** envelope and header sender, where a sink names none */
  from: string
}

export interface ServerConfig {
  host: string
  /** 0 takes any free port */
  port: number
  /** absolute; holds the embedded database and first-sign-in.json */
  dataDir: string
  /** `postgres://…`, never logged; null: SQLite in the data folder */
  databaseUrl: string | null
  /** absolute; each folder is one project */
  contentDirs: string[]
  /** let in beside every project's own `origins`: for trying things out on another port or a staging host */
  extraOrigins: string[]
  /** null: contacts are kept, nothing is mailed */
  smtp: SmtpSettings | null
  /** `sk_…`, given by the operator; null: the stored one, or a generated one on loopback */
  secretKey: string | null
  /** HS256 secret with which host applications sign visitors' tokens; null: every token is refused */
  identitySecret: string | null
  logLevel: LogLevel
  /** origin under which people reach this server, no trailing slash; null: whatever address they used */
  publicUrl: string | null
  /** built widget: `fanal.js` and `assets/` */
  sdkDir: string
  /** built console: `index.html` and `assets/` */
  consoleDir: string
}

export interface ServerOptions {
  host?: string
  port?: number
  dataDir?: string
  contentDirs?: readonly string[]
  extraOrigins?: readonly string[]
  /** `postgres://…` */
  databaseUrl?: string
  smtpUrl?: string
  smtpFrom?: string
  secretKey?: string
  identitySecret?: string
  logLevel?: LogLevel
  publicUrl?: string
  sdkDir?: string
  consoleDir?: string
}

/** A setting that cannot be used; `setting` is the variable or option to correct. */
export class ConfigError extends Error {
  readonly setting: string

  constructor(setting: string, message: string) {
    super(message)
    this.name = 'ConfigError'
    this.setting = setting
  }
}

/** Where the built parts of the sibling packages stand in this repository. */
const packagesDir = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds the settings from options and environment.
 *
 * @param options as given on the command line
 * @param env defaults to the process's own
 * @throws ConfigError naming the setting, its value (never a secret's) and what to write instead
 */
export function readConfig(
  options: ServerOptions = {},
  env: Readonly<Record<string, string | undefined>> = process.env,
): ServerConfig {
  const read = (option: string | undefined, name: string): string | null => option ?? (env[name] || null)
  const host = read(options.host, 'FANAL_HOST') ?? '127.0.0.1'
  return {
    host,
    port: readPort(options.port, env.FANAL_PORT),
    dataDir: resolve(read(options.dataDir, 'FANAL_DATA') ?? '.fanal'),
    databaseUrl: readDatabaseUrl(read(options.databaseUrl, 'FANAL_DATABASE_URL')),
    contentDirs: (options.contentDirs ?? readList(env.FANAL_CONTENT)).map((dir) => resolve(dir)),
    extraOrigins: [...(options.extraOrigins ?? readList(env.FANAL_ORIGINS))],
    smtp: readSmtp(read(options.smtpUrl, 'FANAL_SMTP_URL'), read(options.smtpFrom, 'FANAL_SMTP_FROM')),
    secretKey: readSecretKey(read(options.secretKey, 'FANAL_SECRET_KEY'), isLoopbackHost(host)),
    identitySecret: readIdentitySecret(read(options.identitySecret, 'FANAL_IDENTITY_SECRET')),
    logLevel: readLogLevel(read(options.logLevel, 'FANAL_LOG_LEVEL')),
    publicUrl: readPublicUrl(read(options.publicUrl, 'FANAL_PUBLIC_URL')),
    sdkDir: resolve(read(options.sdkDir, 'FANAL_SDK_DIR') ?? `${packagesDir}sdk/dist`),
    consoleDir: resolve(read(options.consoleDir, 'FANAL_CONSOLE_DIR') ?? `${packagesDir}console/dist`),
  }
}

/** Whether only this machine can reach a server that listens on the host. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  if (bare === 'localhost' || bare.endsWith('.localhost')) return true
  return isIP(bare) === 4 ? bare.startsWith('127.') : bare === '::1'
}

function readList(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

function readPort(option: number | undefined, text: string | undefined): number {
  const port = option ?? (text ? Number(text) : 4400)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError('FANAL_PORT', `Port "${option ?? text}" is not a whole number from 0 to 65535. Try 4400.`)
  }
  return port
}

/** @throws ConfigError without the address, which holds a password */
export function readDatabaseUrl(url: string | null): string | null {
  if (url === null) return null
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !['postgres:', 'postgresql:'].includes(parsed.protocol) || parsed.pathname.length < 2) {
    throw new ConfigError(
      'FANAL_DATABASE_URL',
      'FANAL_DATABASE_URL (or --database) must look like postgres://user:password@db.example.com:5432/fanal.',
    )
  }
  return url
}

function readSmtp(url: string | null, from: string | null): SmtpSettings | null {
  if (url === null) return null
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !['smtp:', 'smtps:'].includes(parsed.protocol) || !parsed.hostname) {
    throw new ConfigError('FANAL_SMTP_URL', 'FANAL_SMTP_URL must look like smtp://user:password@mail.example.com:587.')
  }
  return { url, from: from ?? `Fanal <fanal@${isIP(parsed.hostname) ? 'localhost' : parsed.hostname}>` }
}

/** A short key is for trying things out on this machine alone. */
function readSecretKey(key: string | null, isLoopback: boolean): string | null {
  if (key === null) return null
  if (!/^sk_[\w-]{1,200}$/.test(key) || (!isLoopback && key.length < 19)) {
    throw new ConfigError(
      'FANAL_SECRET_KEY',
      `FANAL_SECRET_KEY must start with sk_ and go on with ${isLoopback ? '' : 'at least 16 '}letters, digits, "_" or "-".`,
    )
  }
  return key
}

function readIdentitySecret(secret: string | null): string | null {
  if (secret === null) return null
  // RFC 7518 §3.2: an HS256 key is at least as long as the hash, 256 bits.
  if (Buffer.byteLength(secret) < 32) {
    throw new ConfigError('FANAL_IDENTITY_SECRET', 'FANAL_IDENTITY_SECRET must be at least 32 bytes long.')
  }
  return secret
}

function readLogLevel(level: string | null): LogLevel {
  if (level === null) return 'info'
  const known = logLevels.find((candidate) => candidate === level)
  if (!known) {
    throw new ConfigError(
      'FANAL_LOG_LEVEL',
      `FANAL_LOG_LEVEL "${level}" is unknown. Use one of: ${logLevels.join(', ')}.`,
    )
  }
  return known
}

function readPublicUrl(url: string | null): string | null {
  if (url === null) return null
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new ConfigError('FANAL_PUBLIC_URL', `FANAL_PUBLIC_URL "${url}" is not an http or https address.`)
  }
  return parsed.origin
}
