import type { PayloadRequest, Where } from 'payload'
import { overlap, untilAfter } from '../archive/pure/edtf.js'
import type { Content } from '../archive/pure/model.js'
import { otherHoldersOf } from '../archive/write/head.js'
import { ServiceError } from '../errors.js'
import { countyBySlug, type GovernedCollection } from '../vocabulary.js'
import { idOf, idsOf, text, type Row } from './content/row.js'

/**
 * What only the whole of the content can tell, asked when something is about to become public.
 *
 * @throws ServiceError SLUG_RESERVED or BAD_INPUT, naming the field and what to do.
 */
export async function assertPublishable(
  req: PayloadRequest,
  collection: GovernedCollection,
  row: Row,
  content: Content,
): Promise<void> {
  if (content.slug !== null) {
    await assertSlugIsFree(req, content, content.slug)
    await assertSharedSlugIsFree(req, collection, content, content.slug)
  }
  if (collection === 'editions') await assertNoOverlap(req, row)
}

/** An address that was once public leads to its document for ever, so nobody else gets it. */
async function assertSlugIsFree(req: PayloadRequest, content: Content, slug: string): Promise<void> {
  const holders = await otherHoldersOf(req, {
    kind: content.kind,
    owner: content.owner,
    slug,
    document: content.document,
  })
  if (holders.length === 0) return
  throw new ServiceError(
    'SLUG_RESERVED',
    {
      sv: `Adressnamnet ”${slug}” har redan använts för ett annat dokument och är reserverat. Välj ett annat.`,
      en: `The slug “${slug}” has been used for another document and stays reserved. Choose another.`,
    },
    { fields: ['slug'] },
  )
}

/** A county's own address comes before what is shared with it, so a shared one that it uses itself would be hidden there. */
async function assertSharedSlugIsFree(
  req: PayloadRequest,
  collection: GovernedCollection,
  content: Content,
  slug: string,
): Promise<void> {
  if (content.audience !== 'all' && content.audience.length === 0) return
  const owners: Where[] = content.audience === 'all' ? [] : [{ owner: { in: content.audience } }]
  const found = await req.payload.db.find<Row>({
    collection,
    where: {
      and: [
        { slug: { equals: slug } },
        { _status: { equals: 'published' } },
        { id: { not_equals: content.document } },
        ...owners,
      ],
    },
    pagination: false,
    limit: 1,
    req,
  })
  const [other] = found.docs
  if (!other) return
  const name = countyBySlug.get(String(other['owner']))?.name ?? { sv: 'Nationellt', en: 'National' }
  throw new ServiceError(
    'SLUG_RESERVED',
    {
      sv: `${name.sv} har redan något eget på adressnamnet ”${slug}”. Välj ett annat, eller dela inte med det länet.`,
      en: `${name.en} already has something of its own at the slug “${slug}”. Choose another, or do not share with that county.`,
    },
    { fields: ['slug'] },
  )
}

/** Two editions in force at once leave the reader without an answer, unless one says that it replaces the other. */
async function assertNoOverlap(req: PayloadRequest, row: Row): Promise<void> {
  const siblings = await req.payload.db.find<Row>({
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
  const clash = siblings.docs.find(
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

const isReplaced = (one: Row, other: Row): boolean =>
  idsOf(one['supersedes']).includes(String(other['id'])) || idsOf(other['supersedes']).includes(String(one['id']))

const validityOf = (row: Row): { from: string; until: string | null } => {
  const through = text(row['validThrough'])
  return { from: String(row['validFrom']), until: through === null ? null : untilAfter(through) }
}
