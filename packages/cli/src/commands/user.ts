/** `fanal user add|list|remove|password`: the people of the console. */
import type { Role } from '@fanal/contract'
import { generatePassword, hashPassword, normaliseEmail } from '@fanal/server'
import { Argument, type Command, Option } from 'commander'
import { CommandError, exitCodes } from '../exit-code.ts'
import { toTable } from '../format/rows.ts'
import { readPassword } from '../read-password.ts'
import { addStoreOptions, type StoreOptions, withStore } from '../store-options.ts'

interface AddOptions extends StoreOptions {
  name?: string
  role: Role
  project?: string[]
  passwordStdin?: boolean
}

interface PasswordOptions extends StoreOptions {
  passwordStdin?: boolean
}

const emailArgument = () => new Argument('<email>', 'their e-mail address').argParser(normaliseEmail)

export function addUserCommand(program: Command): void {
  const user = program.command('user').description('people who may sign in to the console')
  const add = user
    .command('add')
    .description('add a person; without a password one is made and shown once')
    .addArgument(emailArgument())
    .option('--name <name>', 'shown in the console; default: the address before the @')
    .addOption(new Option('--role <role>', 'what they may do').choices(['owner', 'editor', 'viewer']).default('editor'))
    .option('--project <id...>', 'projects they may see; default: all')
    .option('--password-stdin', 'read the password from standard input')
  addStoreOptions(add).action(addPerson)
  addStoreOptions(user.command('list').description('list people')).action(listPeople)
  const remove = user
    .command('remove')
    .description('remove a person and end their sessions')
    .addArgument(emailArgument())
  addStoreOptions(remove).action(removePerson)
  const password = user
    .command('password')
    .description('give a person a new password and end their sessions')
    .addArgument(emailArgument())
    .option('--password-stdin', 'read the password from standard input')
  addStoreOptions(password).action(changePassword)
}

async function addPerson(email: string, { name, role, project, passwordStdin, ...options }: AddOptions): Promise<void> {
  // Looser than any standard: it catches a forgotten @, not a strange address.
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new CommandError(exitCodes.wrongUsage, `"${email}" is not an e-mail address such as marie@example.com.`)
  }
  await withStore({ ...options, create: true }, async (store) => {
    if (await store.people.get(email)) {
      throw new CommandError(
        exitCodes.refused,
        `${email} is there already. Change the password with "fanal user password".`,
      )
    }
    const known = (await store.projects.list()).map(({ id }) => id)
    const unknown = project?.find((id) => !known.includes(id))
    if (unknown !== undefined) {
      const there = known.length > 0 ? `There are: ${known.join(', ')}.` : 'There is none yet.'
      throw new CommandError(exitCodes.wrongUsage, `There is no project "${unknown}". ${there}`)
    }
    const given = await readPassword(passwordStdin === true)
    const password = given ?? generatePassword()
    await store.people.add({
      email,
      name: name ?? email.split('@', 1)[0] ?? email,
      role,
      passwordHash: await hashPassword(password),
      projects: project ?? null,
      createdAt: Date.now(),
    })
    process.stdout.write(`${email} may sign in as ${role}.\n`)
    if (given === null) process.stdout.write(`Password, shown this once: ${password}\n`)
  })
}

async function listPeople(options: StoreOptions): Promise<void> {
  const people = await withStore({ ...options, create: false }, (store) => store.people.list())
  const rows = people.map(({ email, name, role, projects, createdAt }) => [
    email,
    name,
    role,
    projects?.join(', ') ?? 'all',
    new Date(createdAt).toISOString().slice(0, 10),
  ])
  process.stdout.write(`${toTable({ columns: ['e-mail', 'name', 'role', 'projects', 'since'], rows })}\n`)
}

async function removePerson(email: string, options: StoreOptions): Promise<void> {
  await withStore({ ...options, create: false }, async (store) => {
    await store.people.removeSessionsOf(email)
    if (!(await store.people.remove(email))) throw unknownPerson(email)
  })
  process.stdout.write(`${email} can no longer sign in.\n`)
}

async function changePassword(email: string, { passwordStdin, ...options }: PasswordOptions): Promise<void> {
  await withStore({ ...options, create: false }, async (store) => {
    if (!(await store.people.get(email))) throw unknownPerson(email)
    const given = await readPassword(passwordStdin === true)
    const password = given ?? generatePassword()
    await store.people.setPasswordHash(email, await hashPassword(password))
    await store.people.removeSessionsOf(email)
    process.stdout.write(`${email} has a new password and is signed out everywhere.\n`)
    if (given === null) process.stdout.write(`Password, shown this once: ${password}\n`)
  })
}

function unknownPerson(email: string): CommandError {
  return new CommandError(exitCodes.refused, `There is no person "${email}". See "fanal user list".`)
}
