import type { PayloadRequest, Where } from 'payload'
import type { Content, Snapshot } from '../archive/pure/model.js'
import { otherHoldersOf } from '../archive/write/head.js'
import { ServiceError } from '../errors.js'
import { countyBySlug, type GovernedCollection } from '../vocabulary.js'
import type { Row } from './content/row.js'

/**
 * An address that was once public leads to its document for ever, so nobody else gets it: what the public reads of this
 * document at the same address says that it is its own.
 */
export async function assertSlugIsFree(
  req: PayloadRequest,
  content: Content,
  previous: Snapshot | null,
  slug: string,
): Promise<void> {
  if (previous?.slug === slug && previous.owner === content.owner) return
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

/**
 * A county's own address comes before what is shared with it, so a shared one that it uses itself would be hidden there.
 * Asked of the counties that a change adds: one that has since put something of its own at the address chose to hide the
 * shared document, and must not stand in the way of its corrections.
 */
export async function assertSharedSlugIsFree(
  req: PayloadRequest,
  collection: GovernedCollection,
  content: Content,
  previous: Snapshot | null,
  slug: string,
): Promise<void> {
  const added = addedAudience(content, previous)
  if (added !== 'all' && added.length === 0) return
  const owners: Where[] = added === 'all' ? [] : [{ owner: { in: added } }]
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

/** Whom the address is new for. */
function addedAudience({ audience, slug }: Content, previous: Snapshot | null): Snapshot['audience'] {
  if (!previous || previous.slug !== slug) return audience
  const { audience: before } = previous
  if (before === 'all') return []
  return audience === 'all' ? 'all' : audience.filter((county) => !before.includes(county))
}
