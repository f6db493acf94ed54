import { randomBytes } from 'node:crypto'
import { Option, type Command } from 'commander'
import { ServiceError } from '../errors.js'
import { counties, roles, type Role } from '../vocabulary.js'
import { tell, withPayload, type Output } from './output.js'

export function accountVerbs(program: Command): void {
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
}

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
