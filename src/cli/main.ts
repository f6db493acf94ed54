import { Command } from 'commander'
import { ServiceError, type Message } from '../errors.js'
import { createDemoUsers } from '../seed/demoUsers.js'
import { seedDemo } from '../seed/seedDemo.js'
import { accountVerbs } from './accounts.js'
import { archiveVerbs } from './archive.js'
import { custodyVerbs } from './custody.js'
import { documentVerbs } from './documents.js'
import { fixityVerb } from './fixity.js'
import { importEditionVerb } from './importEdition.js'
import { mongodbRoleVerb } from './mongodbRole.js'
import { both, examples, tell, withPayload, type Output } from './output.js'
import { proofVerb } from './proof.js'
import { verifyProofVerb } from './verifyProof.js'

async function seed(options: Output): Promise<void> {
  const result = await withPayload(async (payload, { dataDir }) => {
    const report = ({ done, total, label }: { done: number; total: number; label: string }): void => {
      if (!options.json) process.stdout.write(`  ${done}/${total}  ${label}\n`)
    }
    const seeded = await seedDemo({ payload, dataDir, report })
    await createDemoUsers({ payload, dataDir })
    return seeded
  })
  tell(options, { ...result }, `Publicerade: ${result.published}. Fanns redan: ${result.untouched}.`)
}

function messagesOf(error: unknown): Message {
  if (error instanceof ServiceError) return error.messages
  const { name, message } = error as Error
  // The driver's, and Payload's own words for the same.
  if (name !== 'MongoServerSelectionError' && !message.startsWith('cannot connect to MongoDB'))
    return { sv: `Det gick inte: ${message}`, en: `It could not be done: ${message}` }
  return {
    sv: `Databasen svarar inte (${message}). Kontrollera att den körs och att DATABASE_URL stämmer.`,
    en: `The database does not answer (${message}). Check that it runs, and DATABASE_URL.`,
  }
}

const program = new Command('lanskallan')
  // Before the verbs are added, which take it over: what is asked in a wrong way ends with 2.
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .showHelpAfterError('(--help explains it)')
  .description(
    'Länskällan: verbs for who runs the service. Same environment (DATA_DIR, DATABASE_URL …) as the service itself.',
  )
  .addHelpText(
    'after',
    examples('user create --email eva@example.se --role editor --county vasternorrland') +
      '\n\nExit codes: 0 all is well, 1 a verification found something wrong, 2 it could not be done.',
  )
accountVerbs(program)
archiveVerbs(program)
fixityVerb(program)
proofVerb(program)
verifyProofVerb(program)
custodyVerbs(program)
documentVerbs(program)
importEditionVerb(program)
mongodbRoleVerb(program)
program
  .command('seed')
  .description('put the demo content into the database; what is there already stays as it is')
  .option('--json', 'for machines')
  .action(seed)

program
  .parseAsync()
  .then(() => process.exit())
  .catch((error: unknown) => {
    process.stderr.write(`${both(messagesOf(error))}\n`)
    // 1 is a finding's alone: what could not be done never passes for something found.
    process.exit(2)
  })
