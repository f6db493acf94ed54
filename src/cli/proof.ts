import type { Command } from 'commander'
import { logViewOf } from '../archive/read/logView.js'
import { shelfOf, withArchive } from './archive.js'
import { examples, tell, usage, type Output } from './output.js'

export function proofVerb(program: Command): void {
  program
    .command('proof')
    .description('print the receipt of a record, or the proof that the log continues an earlier one')
    .argument('[record]', 'the id of the record')
    .option('--from-size <number>', 'the size of an earlier checkpoint, its second line')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      examples(
        'history 27257001-e463-8260-aa66-2c0372a1311e        # shows the ids of its records',
        'proof 5efcd393-c91e-44c9-9247-5122a19d9107 > receipt',
        'proof --from-size 22 > consistency',
      ),
    )
    .action(proof)
}

async function proof(record: string | undefined, options: Output & { fromSize?: string }): Promise<void> {
  if (record === undefined && options.fromSize === undefined)
    throw usage('Ange en arkivposts id, eller --from-size.', 'Give the id of a record, or --from-size.')
  const fromSize = options.fromSize === undefined ? undefined : sizeIn(options.fromSize)
  await withArchive(async (archive) => {
    const shelf = await shelfOf(archive)
    const log = logViewOf(shelf)
    if (fromSize !== undefined) {
      const proven = log.consistency(fromSize).map((hash) => hash.toString('base64'))
      tell(options, { fromSize, size: log.size, proof: proven }, proven.join('\n'))
      return
    }
    const entry = shelf.entry(String(record))
    if (!entry)
      throw usage(
        `Det finns ingen arkivpost ${record}. Ett dokuments arkivposter visas av: npx lanskallan history <dokumentets id>`,
        `There is no record ${record}. The records of a document are shown by: npx lanskallan history <its id>`,
      )
    const receipt = log.receipt(entry)
    if (receipt === null)
      throw usage('Posten är inte undertecknad än. Försök igen om en stund.', 'Not signed yet. Try again in a while.')
    const { seq, leaf, placedAt, commitment } = entry
    tell(options, { receipt, seq, leaf, placedAt, commitment, publicKey: log.publicKey }, receipt.trimEnd())
  })
}

function sizeIn(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw usage(
    `Ange --from-size som ett tal, till exempel --from-size 22 (fick ${text}). Det är den andra raden i en kontrollpunkt.`,
    `Give --from-size as a number, as --from-size 22 (got ${text}). It is the second line of a checkpoint.`,
  )
}
