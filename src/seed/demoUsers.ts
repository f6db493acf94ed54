import { randomInt } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Role } from '../vocabulary.js'
import { demoCounties } from './content/index.js'
import { storeOf, type Store } from './store.js'

/** An account of the demo, as `demo-users.json` lists it. */
export interface DemoUser {
  role: Role
  /** Null for the roles that belong to no county. */
  county: string | null
  email: string
  password: string
}

type Account = Omit<DemoUser, 'password'> & { name: string }

const at = (mailbox: string) => `${mailbox}@demo.lanskallan.example`

const accounts: readonly Account[] = [
  ...demoCounties.flatMap((county): Account[] => [
    { role: 'editor', county, email: at(`redaktor.${county}`), name: `Redaktör i demon (${county})` },
    { role: 'publisher', county, email: at(`publicist.${county}`), name: `Publicist i demon (${county})` },
  ]),
  { role: 'national-editor', county: null, email: at('nationell.redaktor'), name: 'Nationell redaktör i demon' },
  { role: 'archivist', county: null, email: at('arkivarie'), name: 'Arkivarie i demon' },
  { role: 'administrator', county: null, email: at('administrator'), name: 'Administratör i demon' },
]

/** No letters or digits that are easily taken for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const newPassword = (): string => Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join('')

/**
 * Makes the demo's accounts and lists them, with their passwords, in `DATA_DIR/demo-users.json` (readable by the
 * service's own user only). Passwords are on disk before any account has them, under a name that says that they are not
 * all in use yet; a run that was cut off is finished by the next. If the list is lost, the accounts get new passwords.
 */
export async function createDemoUsers({
  payload,
  dataDir,
}: {
  payload: Payload
  dataDir: string
}): Promise<DemoUser[]> {
  const store = storeOf(payload)
  const listed = path.join(dataDir, 'demo-users.json')
  const pending = path.join(dataDir, 'demo-users.pending.json')
  const known = (await readUsers(listed)) ?? []
  const started = (await readUsers(pending)) ?? []
  const users = accounts.map(({ role, county, email }) => {
    const earlier = known.find((user) => user.email === email) ?? started.find((user) => user.email === email)
    return { role, county, email, password: earlier?.password ?? newPassword() }
  })
  const isComplete = users.every((user) => known.some((one) => one.email === user.email))
  if (!isComplete) await writePrivately(pending, users)
  for (const user of users) {
    const isKnown = known.some((one) => one.email === user.email)
    await ensureUser(store, user, { mayKeepPassword: isKnown })
  }
  if (!isComplete) await rename(pending, listed)
  return users
}

async function ensureUser(
  store: Store,
  user: DemoUser,
  { mayKeepPassword }: { mayKeepPassword: boolean },
): Promise<void> {
  const { role, county, email, password } = user
  const [found] = await store.find('users', { email })
  if (found && mayKeepPassword) return
  if (found) {
    await store.update('users', found.id, { data: { password } })
    return
  }
  const name = accounts.find((account) => account.email === email)?.name
  const assignments = [{ role, ...(county !== null && { county }) }]
  await store.create('users', { data: { name, email, password, assignments } })
}

async function readUsers(file: string): Promise<DemoUser[] | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoUser[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whole or not at all, and on disk when it returns. */
async function writePrivately(file: string, users: readonly DemoUser[]): Promise<void> {
  const draft = `${file}.${process.pid}`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(users, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
