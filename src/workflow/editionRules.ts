import type { PayloadRequest } from 'payload'
import { compareDates, overlap, untilAfter, type Interval } from '../archive/pure/edtf.js'
import { ServiceError } from '../errors.js'
import { group, idOf, idsOf, rowsOf, text, type Row } from './content/row.js'

/** What an edition's siblings, those of the same strategy that are published, leave it free to say. */
export async function assertFitsItsSiblings(req: PayloadRequest, row: Row): Promise<void> {
  const siblings = await publishedSiblings(req, row)
  assertNoCircle(row, siblings)
  assertNoOverlap(row, siblings)
}

async function publishedSiblings(req: PayloadRequest, row: Row): Promise<Row[]> {
  const { docs } = await req.payload.db.find<Row>({
    collection: 'editions',
    where: {
      and: [
        { strategy: { equals: idOf(row['strategy']) } },
        { id: { not_equals: row['id'] } },
        { _status: { equals: 'published' } },
      ],
    },
    locale: 'all',
    pagination: false,
    req,
  })
  return docs
}

/** Editions that replace each other in a circle would leave none of them in force on any day. */
function assertNoCircle(row: Row, siblings: readonly Row[]): void {
  const replacedBy = new Map(siblings.map((sibling) => [String(sibling['id']), idsOf(sibling['supersedes'])]))
  const reached = new Set<string>()
  const waiting = [...idsOf(row['supersedes'])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(replacedBy.get(next) ?? []))
  }
  if (!reached.has(String(row['id']))) return
  throw new ServiceError(
    'BAD_INPUT',
    {
      sv: 'Utgåvorna ersätter varandra i en cirkel. Ta bort den senare utgåvan under Ersätter.',
      en: 'The editions supersede each other in a circle. Remove the later one under Supersedes.',
    },
    { fields: ['supersedes'] },
  )
}

/** Two editions in force at once leave the reader without an answer, unless one says that it replaces the other. */
function assertNoOverlap(row: Row, siblings: readonly Row[]): void {
  const clash = siblings.find(
    (other) => !isReplaced(row, other) && overlap(validityOf(row), validityOf(other)) === 'CERTAIN',
  )
  if (!clash) return
  const label = String(clash['label'])
  throw new ServiceError(
    'BAD_INPUT',
    {
      sv: `Giltighetstiden överlappar utgåvan ”${label}”. Ändra datumen, eller ange under Ersätter att den här utgåvan ersätter den.`,
      en: `The validity overlaps the edition “${label}”. Change the dates, or name it under Supersedes.`,
    },
    { fields: ['validFrom', 'supersedes'] },
  )
}

/** Whether one of them says that it replaces the other, as a whole or in part. */
const isReplaced = (one: Row, other: Row): boolean =>
  replacedBy(one).includes(String(other['id'])) || replacedBy(other).includes(String(one['id']))

const replacedBy = (row: Row): (string | null)[] => [
  ...idsOf(row['supersedes']),
  ...rowsOf(row['supersedesInPart']).map((part) => idOf(part['edition'])),
]

/** As it stands after its prolongations and its repeal. */
function validityOf(row: Row): Interval {
  const through = text((rowsOf(row['prolongations']).at(-1) ?? row)['validThrough'])
  const until = through === null ? null : untilAfter(through)
  const repealed = text(group(row['repeal'])['from'])
  const isEarlier = repealed !== null && (until === null || compareDates(repealed, until) < 0)
  return { from: String(row['validFrom']), until: isEarlier ? repealed : until }
}
