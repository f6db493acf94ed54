import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { openCheckpoint, type Checkpoint } from '../archive/pure/checkpoint.js'
import type { RecordAction } from '../archive/pure/model.js'
import { formatSwedish } from '../archive/pure/stockholm.js'
import { openArchive, type OpenArchive } from '../archive/read/openArchive.js'
import { createShelf, type Shelf } from '../archive/read/shelf.js'
import { verifyArchive } from '../archive/read/verify.js'
import { realTime } from '../archive/write/services.js'
import { readReadersConfig, type Config } from '../config.js'
import { isMongo, sqliteFile } from '../databaseUrl.js'
import type { ServiceError } from '../errors.js'
import { examples, nothingAbout, progressOn, tableOf, tell, usage, type Output } from './output.js'

/** Verbs that only read: they run beside the service, on either database. */
export function archiveVerbs(program: Command): void {
  program
    .command('verify')
    .description('work out every hash anew and name the first thing that is wrong (exit code 1)')
    .option('--deep', 'also read every file, every checkpoint, and every snapshot as a snapshot')
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere: reveals a restored older backup')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      examples('verify --deep', 'verify --checkpoint checkpoint-2026-11-24.txt') +
        '\n\nIt writes nothing and runs beside the service.',
    )
    .action(verify)
  program
    .command('checkpoint')
    .description('print the newest signed checkpoint, to be kept elsewhere')
    .option('--json', 'for machines')
    .addHelpText('after', examples('checkpoint > checkpoint-2026-11-24.txt'))
    .action(checkpoint)
  program
    .command('history')
    .description('what was done with a document, oldest first')
    .argument('<document>', 'its id')
    .option('--json', 'for machines')
    .addHelpText('after', examples('history 27257001-e463-8260-aa66-2c0372a1311e'))
    .action(history)
}

/** @throws ServiceError BAD_INPUT where no service has ever started: of nothing, all would be found well */
export async function withArchive<T>(act: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const config = readReadersConfig()
  const noArchive = (): ServiceError => nothingIn(config)
  // To open it would make it.
  if (!isMongo(config.databaseUrl) && !existsSync(sqliteFile(config.databaseUrl))) throw noArchive()
  const archive = await openArchive(config).catch((error: Error) => {
    throw error.message.startsWith('no such table') ? noArchive() : error
  })
  try {
    if (!(await archive.reader.checkpoint()) && (await archive.audit.counts()).log === 0) throw noArchive()
    return await act(archive)
  } finally {
    await archive.close()
  }
}

/** An address of MongoDB may hold a password, and is not told. */
function nothingIn({ databaseUrl }: Config): ServiceError {
  const place = isMongo(databaseUrl) ? '' : ` (${sqliteFile(databaseUrl)})`
  return usage(
    `Här finns inget arkiv${place}. Kontrollera DATA_DIR och DATABASE_URL: de ska vara desamma som för tjänsten.`,
    `There is no archive here${place}. Check DATA_DIR and DATABASE_URL: they have to be those of the service.`,
  )
}

/** The whole log, followed to its end. */
export async function shelfOf({ reader }: OpenArchive): Promise<Shelf> {
  const shelf = createShelf({ reader, now: realTime.now })
  await shelf.follow()
  return shelf
}

async function verify(options: Output & { deep?: boolean; checkpoint?: string }): Promise<void> {
  await withArchive(async ({ audit, files }) => {
    const keys = (await audit.newestCheckpoints()).map(({ publicKey }) => publicKey)
    const trusted = options.checkpoint === undefined ? null : trustedIn(options.checkpoint, keys)
    const bar = progressOn('arkivposter')
    const verdict = await verifyArchive({ audit, files, deep: options.deep ?? false, trusted, progress: bar.at })
    bar.end()
    const { finding, entries, snapshots, files: fileCount, unplaced, unsigned } = verdict
    if (finding) process.exitCode = 1
    const isWaiting = unplaced + unsigned > 0
    const whole = {
      sv:
        `Allt stämmer: ${entries} arkivposter, ${snapshots} innehåll${options.deep ? `, ${fileCount} filer` : ''}.` +
        (isWaiting ? ` ${unplaced} väntar på sin plats, ${unsigned} på underskrift.` : ''),
      en:
        `All is well: ${entries} records, ${snapshots} snapshots${options.deep ? `, ${fileCount} files` : ''}.` +
        (isWaiting ? ` ${unplaced} wait for their place, ${unsigned} for a signature.` : '') +
        `\nRot (root): ${verdict.root}`,
    }
    tell(options, verdict, finding?.message ?? whole)
  })
}

/** @throws ServiceError BAD_INPUT for a file that is no checkpoint of this log */
function trustedIn(file: string, keys: readonly string[]): Checkpoint {
  const note = readText(file)
  for (const key of keys) {
    const checkpoint = openCheckpoint(note, key)
    if (checkpoint) return checkpoint
  }
  throw usage(
    `${file} är inte undertecknad med en nyckel som den här loggen har haft (${keys.join(', ')}): den är ingen kontrollpunkt, hör till en annan logg, eller så är loggen utbytt.`,
    `${file} is not signed by a key that this log has had (${keys.join(', ')}): it is no checkpoint, belongs to another log, or the log was replaced.`,
  )
}

/** @throws ServiceError BAD_INPUT for a file that cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw usage(`Filen ${file} går inte att läsa.`, `The file ${file} cannot be read.`)
  }
}

async function checkpoint(options: Output): Promise<void> {
  const newest = await withArchive(({ reader }) => reader.checkpoint())
  if (!newest)
    throw usage(
      'Loggen är inte undertecknad än. Starta tjänsten först.',
      'The log has no checkpoint yet. Start the service.',
    )
  const { size, note, publicKey } = newest
  tell(options, { size, note, publicKey }, note.trimEnd())
}

async function history(document: string, options: Output): Promise<void> {
  const entries = await withArchive(async (archive) => (await shelfOf(archive)).entriesOf(document))
  if (entries.length === 0) throw nothingAbout(document)
  const records = entries.map(({ seq, publicFrom, record: { id, action, revision, snapshot, note } }) => ({
    ...{ seq, publicFrom, action, revision, record: id, snapshot, note },
  }))
  const rows = records.map(({ seq, publicFrom, action, revision, record, note }) => [
    ...[String(seq), formatSwedish(publicFrom), actWords[action], String(revision), record, note ?? ''],
  ])
  tell(
    options,
    { document, records },
    tableOf([['Nr', 'Publik från', 'Åtgärd', 'Version', 'Arkivpost', 'Till läsarna'], ...rows]),
  )
}

const actWords: Record<RecordAction, string> = {
  PUBLISH: 'publicerad',
  WITHDRAW: 'tillbakadragen',
  SEAL: 'spärrad',
  CANCEL: 'plan avbruten',
  DISPOSE: 'gallrad',
  KEY: 'nyckelbyte',
}
