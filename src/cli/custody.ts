import type { Command } from 'commander'
import { createLocalReq } from 'payload'
import { headOf } from '../archive/write/head.js'
import { enterHold, holdOn } from '../archive/write/holds.js'
import { rotateKey } from '../archive/write/rotateKey.js'
import { servicesOf } from '../archive/write/services.js'
import { dispose } from '../workflow/dispose.js'
import { examples, nothingAbout, tell, usage, withPayload, type Output } from './output.js'

/** Verbs of custody, which write: on SQLite the service has to be stopped first. */
export function custodyVerbs(program: Command): void {
  program
    .command('hold')
    .description('keep a document from being disposed of, or release it')
    .argument('<document>', 'its id')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--by <name>', 'who decided it')
    .option('--release', 'release the hold')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      examples(
        'hold 27257001-e463-8260-aa66-2c0372a1311e --reason "JO, dnr 1234-2026" --by "Eva Ek"',
        'hold 27257001-e463-8260-aa66-2c0372a1311e --reason "Ärendet är avslutat" --by "Eva Ek" --release',
      ),
    )
    .action(hold)
  program
    .command('rotate-key')
    .description('give the log a new key; a record signed by the old one says so')
    .requiredOption('--reason <text>', 'why; for archivists only')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      examples('rotate-key --reason "Årligt byte"') + '\n\nBack the new key up, and publish its public half.',
    )
    .action(rotate)
  program
    .command('dispose')
    .description('remove the content of a withdrawn or sealed document for good; its records and receipts stay')
    .argument('<document>', 'its id')
    .requiredOption('--authority <text>', 'what gives the right to it, as "RA-MS 2024:12"; readers will see it')
    .option('--reason <text>', 'for archivists only')
    .requiredOption('--yes', 'it cannot be undone')
    .option('--json', 'for machines')
    .addHelpText('after', examples('dispose 27257001-e463-8260-aa66-2c0372a1311e --authority "RA-MS 2024:12" --yes'))
    .action(disposeOf)
}

async function rotate({ reason, ...output }: Output & { reason: string }): Promise<void> {
  const publicKey = await withPayload(async (payload, { logKeyFile }) =>
    rotateKey(await createLocalReq({}, payload), logKeyFile, { who: null, role: 'operator', reason, via: 'cli' }),
  )
  const sv = 'Loggen har en ny nyckel. Säkerhetskopiera den, och sprid den öppna delen:'
  const en = 'The log has a new key. Back it up, and publish its public half:'
  tell(output, { publicKey }, { sv, en: `${en}\n${publicKey}` })
}

async function hold(
  document: string,
  { reason, by, release, ...output }: Output & { reason: string; by: string; release?: boolean },
): Promise<void> {
  await withPayload(async (payload) => {
    const req = await createLocalReq({}, payload)
    if (!(await headOf(req, document)).record) throw nothingAbout(document)
    const standing = await holdOn(req, document)
    if (release && !standing) throw usage('Dokumentet har inget gallringsstopp.', 'The document is under no hold.')
    await enterHold(req, { document, act: release ? 'RELEASE' : 'PLACE', reason, who: by })
  })
  tell(
    output,
    { document, held: !release },
    release
      ? { sv: 'Gallringsstoppet är hävt.', en: 'The hold is released.' }
      : { sv: 'Dokumentet får inte gallras.', en: 'The document is under a hold.' },
  )
}

async function disposeOf(
  document: string,
  { authority, reason, ...output }: Output & { authority: string; reason?: string },
): Promise<void> {
  const { record, files } = await withPayload(async (payload) => {
    const req = await createLocalReq({ context: { via: 'cli' } } as never, payload)
    const done = await dispose(req, document, { authority, reason: reason ?? null })
    // After the commit: a file that is removed too early cannot be put back.
    for (const sha256 of done.files) await servicesOf(payload).files.remove(sha256)
    return done
  })
  tell(
    output,
    { document, record: record.id, files },
    {
      sv: `Gallrat. Arkivpost ${record.id}, ${files.length} filer borttagna.`,
      en: `Disposed of. Record ${record.id}, ${files.length} files removed.`,
    },
  )
}
