// An archive of any size, made directly from the archive's own pure functions: strategies of four editions each, every
// document corrected four times, one record a minute, each signed as the sequencer signs it.
import { createHash } from 'node:crypto'
import { canonicalBytes } from '../../dist/src/archive/pure/canonical.js'
import { checkpointText } from '../../dist/src/archive/pure/checkpoint.js'
import { sha256 } from '../../dist/src/archive/pure/digest.js'
import { commitmentOf, leafHash } from '../../dist/src/archive/pure/log.js'
import { createPeaks } from '../../dist/src/archive/pure/merkle.js'
import { signNote } from '../../dist/src/archive/pure/note.js'
import { counties } from '../../dist/src/vocabulary.js'

export const REVISIONS = 5
const EDITIONS = 4
const MINUTE = 60_000
const words =
  'Länsstyrelsen samordnar arbetet i länet och stöder kommuner, regioner och myndigheter som möter våldsutsatta. '

/** The instant at which record number `seq` was placed. */
export const instantOf = (seq) => new Date(Date.parse('2016-01-01T00:00:00.000Z') + seq * MINUTE).toISOString()

/** A UUID and 32 bytes as hex that follow from a name. */
const hexOf = (name) => createHash('sha256').update(name).digest('hex')
export const idOf = (name) => {
  const hex = hexOf(name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Where strategy number `index` is found. */
export const addressOf = (index) => ({ county: counties[index % counties.length].slug, slug: `strategi-${index}` })

const paragraphs = (text) =>
  Array.from({ length: 4 }, (_, n) => ({
    type: 'paragraph',
    children: [{ type: 'text', text: `${n + 1}. ${text} ${words.repeat(3)}` }],
  }))

/** Number `index` of the documents: each strategy is followed by its editions. */
function documentAt(index, revision) {
  const strategy = Math.floor(index / (EDITIONS + 1))
  const number = index % (EDITIONS + 1)
  const { county, slug } = addressOf(strategy)
  const translation = { revision, madeFrom: null }
  const shared = { format: 2, owner: county, audience: [] }
  const strategyId = idOf(`strategy ${strategy}`)
  if (number === 0)
    return {
      ...shared,
      kind: 'strategy',
      document: strategyId,
      slug,
      languages: {
        sv: { title: `Strategi ${strategy}`, summary: words.repeat(12), revisionNote: null, ...translation },
      },
      facts: { topics: [], underRevision: false, followedUpBy: null },
    }
  const from = 2008 + number * 4
  return {
    ...shared,
    kind: 'edition',
    document: idOf(`edition ${strategy} ${number}`),
    slug: null,
    languages: {
      sv: { title: `Strategi ${strategy}`, body: paragraphs(`Utgåva ${number}, version ${revision}.`), ...translation },
    },
    facts: {
      strategy: strategyId,
      number,
      label: `${from}–${from + 3}`,
      decision: null,
      validFrom: `${from}-01-01`,
      validUntil: `${from + 4}-01-01`,
      prolongations: [],
      repeal: null,
      parties: [],
      documents: [],
      supersedes: [],
      supersedesInPart: [],
      priorPublication: [],
    },
  }
}

function recordAt(seq, documents) {
  const revision = Math.floor(seq / documents) + 1
  const content = documentAt(seq % documents, revision)
  const id = idOf(`record ${seq}`)
  const salt = hexOf(`salt ${seq}`)
  const snapshot = canonicalBytes({ ...content, salt })
  const statement = canonicalBytes({
    format: 1,
    record: id,
    salt,
    who: null,
    role: 'bench',
    reason: null,
    via: 'seed',
  })
  const { document, kind, owner, audience, slug, languages, facts } = content
  const recordedAt = instantOf(seq)
  const body = canonicalBytes({
    format: 1,
    id,
    salt,
    document: { id: document, kind, owner, audience },
    revision,
    action: 'PUBLISH',
    recordedAt,
    plannedFor: null,
    cancels: null,
    snapshot: sha256(snapshot),
    statement: sha256(statement),
    note: revision === 1 ? null : 'Rättat stavfel.',
    withdrawal: null,
    index: {
      slug,
      languages: Object.keys(languages),
      topics: [],
      contacts: [],
      strategy: facts.strategy ?? null,
      number: facts.number ?? null,
      importance: null,
      shownUntil: null,
      originallyPublished: null,
      personal: false,
      files: [],
    },
  })
  const leaf = leafHash({ seq, placedAt: recordedAt, commitment: commitmentOf(body) })
  return {
    records: { id, document, kind, owner, slug, revision, action: 'PUBLISH', recordedAt, body },
    snapshots: { id, format: 2, bytes: snapshot },
    statements: { id, body: statement },
    log: { id: String(seq), seq, record: id, placedAt: recordedAt, publicFrom: recordedAt, leaf },
  }
}

/**
 * The rows of `count` records, collection by collection as each record has them; one checkpoint a record, which is what
 * editors cause who publish one document at a time.
 */
export function* archiveOf(count, signer, revisions = REVISIONS) {
  const documents = count / revisions
  const peaks = createPeaks()
  for (let seq = 0; seq < count; seq += 1) {
    const rows = recordAt(seq, documents)
    peaks.append(Buffer.from(rows.log.leaf, 'hex'))
    const root = peaks.root()
    yield {
      ...rows,
      checkpoints: {
        id: String(peaks.size()),
        size: peaks.size(),
        signedAt: rows.log.placedAt,
        root: root.toString('hex'),
        peaks: peaks
          .hashes()
          .map((hash) => hash.toString('hex'))
          .join(' '),
        publicKey: signer.vkey,
        note: signNote(checkpointText({ origin: signer.name, size: peaks.size(), root }), [signer]),
      },
    }
  }
}
