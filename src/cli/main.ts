import { randomBytes } from 'node:crypto'
import { Command, Option } from 'commander'
import type { Payload } from 'payload'
import { readConfig } from '../config.js'
import { openEditorial } from '../editorial/open.js'
import { ServiceError } from '../errors.js'
import { createDemoUsers } from '../seed/demoUsers.js'
import { seedDemo } from '../seed/seedDemo.js'
import { counties, roles, type Role } from '../vocabulary.js'

interface Output {
  json?: boolean
}

/** Opens the service's own database for one verb, and closes it whatever happens. */
async function withPayload<T>(act: (payload: Payload, dataDir: string) => Promise<T>): Promise<T> {
  const config = readConfig()
  const editorial = await openEditorial({ config })
  try {
    return await act(editorial.payload, config.dataDir)
  } finally {
    await editorial.close()
  }
}

const tell = ({ json }: Output, facts: Record<string, unknown>, words: string): void =>
  void process.stdout.write(json ? `${JSON.stringify(facts)}\n` : `${words}\n`)

const newPassword = (): string => randomBytes(15).toString('base64url')

async function createUser(
  options: Output & { email: string; name?: string; role: Role; county?: string },
): Promise<void> {
  const { email, role, county } = options
  const needsCounty = role === 'editor' || role === 'publisher'
  if (needsCounty && !counties.some(({ slug }) => slug === county))
    throw new ServiceError('BAD_INPUT', {
      sv: `Ange länet med --county, till exempel --county vasternorrland.`,
      en: `Name the county with --county: ${counties.map(({ slug }) => slug).join(', ')}.`,
    })
  const password = newPassword()
  await withPayload((payload) =>
    payload.create({
      collection: 'users',
      data: {
        name: options.name ?? email,
        email,
        password,
        assignments: [{ role, ...(needsCounty ? { county } : {}) }],
      } as never,
    }),
  )
  tell(
    options,
    { email, role, county: county ?? null, password },
    `Kontot finns. E-post: ${email}  Lösenord: ${password}`,
  )
}

async function changePassword(email: string, options: Output): Promise<void> {
  const password = newPassword()
  await withPayload(async (payload) => {
    const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } }, limit: 1 })
    const user = docs[0]
    if (!user)
      throw new ServiceError('NOT_FOUND', {
        sv: `Det finns inget konto för ${email}.`,
        en: `There is no account for ${email}.`,
      })
    await payload.update({ collection: 'users', id: user.id, data: { password } as never })
  })
  tell(options, { email, password }, `Nytt lösenord för ${email}: ${password}`)
}

async function seed(options: Output): Promise<void> {
  const result = await withPayload(async (payload, dataDir) => {
    const report = ({ done, total, label }: { done: number; total: number; label: string }): void => {
      if (!options.json) process.stdout.write(`  ${done}/${total}  ${label}\n`)
    }
    const seeded = await seedDemo({ payload, dataDir, report })
    await createDemoUsers({ payload, dataDir })
    return seeded
  })
  tell(options, { ...result }, `Publicerade: ${result.published}. Fanns redan: ${result.untouched}.`)
}

const program = new Command('lanskallan')
  .description(
    'Länskällan: verbs for who runs the service. Same environment (DATA_DIR, DATABASE_URL …) as the service itself.',
  )
  .addHelpText(
    'after',
    '\nExample:\n  npx lanskallan user create --email eva@example.se --role editor --county vasternorrland',
  )
const user = program.command('user').description('accounts for editors, publishers, archivists and administrators')
user
  .command('create')
  .description('make an account; its password is generated and shown once')
  .requiredOption('--email <address>')
  .addOption(new Option('--role <role>').choices([...roles]).makeOptionMandatory())
  .option('--county <slug>', 'for editors and publishers, as vasternorrland')
  .option('--name <name>')
  .option('--json', 'for machines')
  .action(createUser)
user
  .command('password')
  .description('give an account a new password')
  .argument('<email>')
  .option('--json', 'for machines')
  .action(changePassword)
program
  .command('seed')
  .description('put the demo content into the database; what is there already stays as it is')
  .option('--json', 'for machines')
  .action(seed)

program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
program
  .parseAsync()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof ServiceError ? `${error.messages.sv}\n${error.messages.en}` : String((error as Error).message)}\n`,
    )
    process.exit(1)
  })
