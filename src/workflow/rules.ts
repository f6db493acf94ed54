import type { PayloadRequest } from 'payload'
import type { Content, Snapshot } from '../archive/pure/model.js'
import type { GovernedCollection } from '../vocabulary.js'
import type { Row } from './content/row.js'
import { assertFitsItsSiblings } from './editionRules.js'
import { assertSharedSlugIsFree, assertSlugIsFree } from './slugRules.js'

/**
 * What only the whole of the content can tell, asked when something is about to become public.
 *
 * @param previous what the public reads of the document now
 * @throws ServiceError SLUG_RESERVED or BAD_INPUT, naming the field and what to do.
 */
export async function assertPublishable(
  req: PayloadRequest,
  collection: GovernedCollection,
  row: Row,
  content: Content,
  previous: Snapshot | null,
): Promise<void> {
  if (content.slug !== null) {
    await assertSlugIsFree(req, content, previous, content.slug)
    await assertSharedSlugIsFree(req, collection, content, previous, content.slug)
  }
  if (collection === 'editions') await assertFitsItsSiblings(req, row)
}
