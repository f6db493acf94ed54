import type { Command } from 'commander'
import { sha256 } from '../archive/pure/digest.js'
import { leafHash } from '../archive/pure/log.js'
import { parseVerifier } from '../archive/pure/note.js'
import { checkReceipt, parseReceipt, type ReceiptVerdict } from '../archive/pure/receipt.js'
import { logViewOf } from '../archive/read/logView.js'
import { readText, shelfOf, withArchive } from './archive.js'
import { tell, usage, type Output } from './output.js'

export function proofVerbs(program: Command): void {
  program
    .command('proof')
    .description('print the receipt of a record, or the proof that the log continues an earlier one')
    .argument('[record]', 'the id of the record')
    .option('--from-size <number>', 'the size of an earlier checkpoint')
    .option('--json', 'for machines')
    .action(proof)
  program
    .command('verify-proof')
    .description('check a receipt, without any database')
    .argument('<receipt>', 'the file with the receipt')
    .requiredOption('--key <vkey>', 'the public key of the log, as name+hash+key')
    .option('--leaf <hex>', 'the leaf hash that it should prove')
    .option('--record <file>', 'the exact text of the record instead; needs --placed-at')
    .option('--placed-at <instant>', 'when the record was placed in the log')
    .option('--snapshot <file>', 'the exact text of the snapshot, to be held against the record')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      '\nAll of it stands in GraphQL: record(id) { receipt body snapshot leaf { hash placedAt } } log { publicKey }',
    )
    .action(verifyProof)
}

async function proof(record: string | undefined, options: Output & { fromSize?: string }): Promise<void> {
  await withArchive(async (archive) => {
    const shelf = await shelfOf(archive)
    const log = logViewOf(shelf)
    if (options.fromSize !== undefined) {
      const proven = log.consistency(Number(options.fromSize)).map((hash) => hash.toString('base64'))
      tell(options, { fromSize: Number(options.fromSize), size: log.size, proof: proven }, proven.join('\n'))
      return
    }
    if (record === undefined)
      throw usage('Ange en arkivposts id, eller --from-size.', 'Give the id of a record, or --from-size.')
    const entry = shelf.entry(record)
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

interface Claim extends Output {
  key: string
  leaf?: string
  record?: string
  placedAt?: string
  snapshot?: string
}

function verifyProof(file: string, options: Claim): void {
  const verifier = parseVerifier(options.key)
  if (!verifier)
    throw usage('Nyckeln går inte att läsa. Den ser ut som namn+hash+nyckel.', 'This is no key: name+hash+key.')
  const receipt = readText(file)
  if (options.snapshot !== undefined && !isOf(options.snapshot, options.record)) {
    process.exitCode = 1
    tell(options, { ok: false, why: 'OTHER_SNAPSHOT' }, 'Innehållet är inte det som posten nämner.')
    return
  }
  // A shell's own line feed at the end is no part of a receipt, nor is its absence.
  const verdict = checkReceipt(`${receipt.trimEnd()}\n`, leafOf(receipt, options), [verifier])
  if (!verdict.ok) process.exitCode = 1
  tell(options, verdict, wordsOf(verdict, verifier.name))
}

/** Whether the record names the snapshot's digest. */
const isOf = (snapshot: string, record: string | undefined): boolean =>
  record !== undefined && readText(record).includes(`"snapshot":"${sha256(readText(snapshot))}"`)

function leafOf(receipt: string, { leaf, record, placedAt }: Claim): Buffer {
  if (leaf !== undefined && /^[0-9a-f]{64}$/.test(leaf)) return Buffer.from(leaf, 'hex')
  const index = parseReceipt(receipt)?.index ?? 0
  if (record === undefined || placedAt === undefined)
    throw usage('Ange --leaf, eller --record och --placed-at.', 'Give --leaf, or --record and --placed-at.')
  return Buffer.from(leafHash({ seq: index, placedAt, commitment: sha256(readText(record)) }), 'hex')
}

const wordsOf = (verdict: ReceiptVerdict, name: string): string => {
  if (verdict.ok) return `Kvittot stämmer: nummer ${verdict.index} av ${verdict.size} i loggen ${verdict.origin}.`
  return {
    MALFORMED: 'Det här är inget kvitto (c2sp.org/tlog-proof@v1).',
    UNSIGNED: `Kvittot är inte undertecknat av ${name} med den nyckeln: det hör till en annan logg, eller är ändrat.`,
    OTHER_LEAF: 'Kvittot är äkta, men gäller en annan post än den du har.',
  }[verdict.why]
}
