import type { Command } from 'commander'
import { checkConsistency, type ConsistencyVerdict } from '../archive/pure/consistency.js'
import { sha256 } from '../archive/pure/digest.js'
import { leafHash } from '../archive/pure/log.js'
import { parseVerifier, type Verifier } from '../archive/pure/note.js'
import { checkReceipt, parseReceipt, type ReceiptVerdict } from '../archive/pure/receipt.js'
import type { Message } from '../errors.js'
import { readText } from './archive.js'
import { examples, tell, usage, type Output } from './output.js'

export function verifyProofVerb(program: Command): void {
  program
    .command('verify-proof')
    .description('check a receipt, or a proof that the log continues an earlier one, without any database')
    .argument('<proof>', 'the file with the receipt, or with the proof of consistency')
    .requiredOption('--key <vkey>', 'the public key of the log, as name+hash+key; again for a later key', collected)
    .option('--leaf <hex>', 'the leaf hash that the receipt should prove')
    .option('--record <file>', 'the exact text of the record instead; needs --placed-at')
    .option('--placed-at <instant>', 'when the record was placed in the log')
    .option('--snapshot <file>', 'the exact text of the snapshot, to be held against the record')
    .option('--older <file>', 'for a proof of consistency: a checkpoint that was kept')
    .option('--newer <file>', 'and a later one')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      examples(
        'verify-proof receipt --key "$(cat key)" --record body --placed-at "$(cat placedAt)" --snapshot snapshot',
        'verify-proof consistency --key "$(cat key)" --older kept --newer checkpoint',
      ) +
        '\n\nAll of it stands in GraphQL: record(id) { receipt body snapshot leaf { hash placedAt } } ' +
        'log { publicKey checkpoint consistencyProof(fromSize) }',
    )
    .action(verifyProof)
}

const collected = (value: string, before: string[] = []): string[] => [...before, value]

interface Claim extends Output {
  key: string[]
  leaf?: string
  record?: string
  placedAt?: string
  snapshot?: string
  older?: string
  newer?: string
}

function verifyProof(file: string, options: Claim): void {
  const verifiers = options.key.map(verifierIn)
  const { ok, facts, words } =
    options.older === undefined && options.newer === undefined
      ? receiptIn(file, options, verifiers)
      : consistencyIn(file, options, verifiers)
  if (!ok) process.exitCode = 1
  tell(options, facts, words)
}

interface Checked {
  ok: boolean
  facts: object
  words: Message
}

function verifierIn(key: string): Verifier {
  const verifier = parseVerifier(key)
  if (verifier) return verifier
  throw usage(
    'Nyckeln går inte att läsa. Den ser ut som namn+hash+nyckel, och hashen hör till just den nyckeln: ett enda fel tecken räcker för att den inte ska passa.',
    'This is no key. It looks like name+hash+key, and the hash is that of the key: one wrong character is enough.',
  )
}

function consistencyIn(file: string, { older, newer }: Claim, verifiers: readonly Verifier[]): Checked {
  if (older === undefined || newer === undefined)
    throw usage('Ange både --older och --newer.', 'Give both --older and --newer.')
  const texts = { older: whole(readText(older)), newer: whole(readText(newer)), proof: readText(file) }
  const verdict = checkConsistency(texts, verifiers)
  return { ok: verdict.ok, facts: verdict, words: consistencyWords(verdict) }
}

function receiptIn(file: string, options: Claim, verifiers: readonly Verifier[]): Checked {
  const receipt = whole(readText(file))
  const leaf = leafOf(receipt, options)
  if (options.snapshot !== undefined && !isOf(options.snapshot, options.record))
    return { ok: false, facts: { ok: false, why: 'OTHER_SNAPSHOT' }, words: otherSnapshot }
  const verdict = checkReceipt(receipt, leaf, verifiers)
  return { ok: verdict.ok, facts: verdict, words: receiptWords(verdict, verifiers) }
}

/** A shell's own line feed at the end is no part of a receipt or a checkpoint, nor is its absence. */
const whole = (text: string): string => `${text.trimEnd()}\n`

/** Whether the record names the snapshot's digest. */
function isOf(snapshot: string, record: string | undefined): boolean {
  if (record === undefined)
    throw usage(
      'Ange --record också: det är posten som nämner innehållet.',
      'Give --record too: it names the snapshot.',
    )
  return readText(record).includes(`"snapshot":"${sha256(readText(snapshot))}"`)
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

function leafOf(receipt: string, { leaf, record, placedAt }: Claim): Buffer {
  if (leaf !== undefined) {
    if (/^[0-9a-f]{64}$/.test(leaf)) return Buffer.from(leaf, 'hex')
    throw usage('--leaf är 64 tecken, 0–9 och a–f.', '--leaf has 64 characters, 0–9 and a–f.')
  }
  if (record === undefined || placedAt === undefined)
    throw usage('Ange --leaf, eller --record och --placed-at.', 'Give --leaf, or --record and --placed-at.')
  if (!INSTANT.test(placedAt))
    throw usage(
      'Skriv --placed-at som 2026-11-25T18:01:15.325Z, precis så som det står i leaf { placedAt }.',
      'Write --placed-at as 2026-11-25T18:01:15.325Z, exactly as leaf { placedAt } has it.',
    )
  const index = parseReceipt(receipt)?.index ?? 0
  return Buffer.from(leafHash({ seq: index, placedAt, commitment: sha256(readText(record)) }), 'hex')
}

const otherSnapshot: Message = {
  sv: 'Innehållet är inte det som posten nämner.',
  en: 'The snapshot is not the one that the record names.',
}

function receiptWords(verdict: ReceiptVerdict, verifiers: readonly Verifier[]): Message {
  if (verdict.ok) {
    const { index, size, origin } = verdict
    return {
      sv: `Kvittot stämmer: nummer ${index} av ${size} i loggen ${origin}.`,
      en: `The receipt is genuine: number ${index} of ${size} in the log ${origin}.`,
    }
  }
  const names = verifiers.map(({ name }) => name).join(', ')
  return {
    MALFORMED: {
      sv: 'Det här är inget kvitto (c2sp.org/tlog-proof@v1).',
      en: 'This is no receipt (c2sp.org/tlog-proof@v1).',
    },
    UNSIGNED: {
      sv: `Kvittot är inte undertecknat av ${names} med den nyckeln: det hör till en annan logg, eller är ändrat.`,
      en: `The receipt is not signed by ${names} with that key: it belongs to another log, or was changed.`,
    },
    OTHER_LEAF: {
      sv: 'Kvittot är äkta, men gäller en annan post än den du har.',
      en: 'The receipt is genuine, but proves another record than the one that you have.',
    },
  }[verdict.why]
}

function consistencyWords(verdict: ConsistencyVerdict): Message {
  if (verdict.ok) {
    const { origin, fromSize, size } = verdict
    return {
      sv: `Inget är omskrivet: loggen ${origin} med ${size} rader börjar med samma ${fromSize} som då.`,
      en: `Nothing was rewritten: the log ${origin} of ${size} entries begins with the same ${fromSize} as then.`,
    }
  }
  return {
    MALFORMED: {
      sv: 'Det här är inget sådant bevis: det har en kontrollsumma (base64) på varje rad.',
      en: 'This is no such proof: it has one hash (base64) a line.',
    },
    UNSIGNED: {
      sv: 'Någon av kontrollpunkterna är inte undertecknad med den nyckeln. Har loggen bytt nyckel, ange båda med --key.',
      en: 'One of the checkpoints is not signed by that key. Where the log has changed keys, give both with --key.',
    },
    REWRITTEN: {
      sv: 'Beviset visar inte att loggen började så. Antingen är den omskriven, eller så hör beviset till andra kontrollpunkter.',
      en: 'The proof does not show that the log began like that: it was rewritten, or these are other checkpoints.',
    },
  }[verdict.why]
}
