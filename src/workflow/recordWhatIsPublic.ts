import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { mayPublish } from '../access/roles.js'
import { append } from '../archive/write/append.js'
import { headOf, type Head } from '../archive/write/head.js'
import { rowWritten } from '../database/transactions.js'
import type { Content, Snapshot } from '../archive/pure/model.js'
import { ServiceError } from '../errors.js'
import { kindOf, type GovernedCollection } from '../vocabulary.js'
import { assertPublishable } from './rules.js'
import { contentOf, indexOf } from './content/contentOf.js'
import { referencesOf } from './content/references.js'
import type { Row } from './content/row.js'
import { decide } from './decide.js'
import { releaseWish, type ReleaseWish } from './release.js'
import { appendCancellation } from './cancellation.js'
import { statementOf } from './statement.js'
import { isWithoutRecord } from './takeDown.js'
import { storedRow } from './storedRow.js'

/**
 * Enters in the archive what this change makes public, in the transaction of the change, so that neither exists without
 * the other. It goes by the row that was written, in all languages: `doc` is shaped by the caller's select, locale and
 * draft flag, and several of Payload's ways to publish look alike in it.
 */
export const recordWhatIsPublic: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const slug = collection.slug as GovernedCollection
  const written = await rowWritten(req, slug, String(doc.id))
  const row = written === null ? await storedRow(req, slug, String(doc.id)) : written
  if (!row) return
  const head = await headOf(req, String(row['id']))
  const wish = releaseWish(req)
  const isPublic = row['_status'] === 'published' && !row['deletedAt']
  const content = isPublic ? await wantedContent(req, slug, row, head, wish, head.snapshot) : null
  const planned = isPublic ? head.plan?.snapshot : null
  const decision = decide({
    isPublic,
    head,
    content,
    contentAfterPlan: planned ? await wantedContent(req, slug, row, head, wish, planned) : null,
    isWithoutRecord: isWithoutRecord(req, String(row['id'])),
    mayPublish: !req.user || mayPublish(req.user, row['owner']),
    basedOn: wish.basedOn,
    plannedFor: wish.plannedFor,
    plan: wish.plan,
    changeNote: wish.changeNote,
  })
  if (decision.act === 'refuse') throw new ServiceError(decision.code, decision.message)
  if (decision.act === 'publish') {
    await assertPublishable(req, slug, row, decision.content, head.snapshot)
    let { revision } = head
    if (decision.cancels) await appendCancellation(req, decision.cancels, (revision += 1), null)
    await appendPublication(req, decision.content, revision + 1, wish)
  }
}

const wantedContent = async (
  req: PayloadRequest,
  collection: GovernedCollection,
  row: Row,
  head: Head,
  wish: ReleaseWish,
  previous: Snapshot | null,
): Promise<Content> =>
  contentOf({
    kind: kindOf[collection],
    row,
    references: await referencesOf(req, row),
    languages: wish.languages,
    revision: head.revision + 1,
    previous,
  })

async function appendPublication(
  req: PayloadRequest,
  content: Content,
  revision: number,
  wish: ReleaseWish,
): Promise<void> {
  const { document: id, kind, owner, audience } = content
  await append(req, {
    action: 'PUBLISH',
    document: { id, kind, owner, audience },
    revision,
    publication: { content, index: indexOf(content), plannedFor: wish.plannedFor },
    note: wish.changeNote,
    statement: statementOf(req, owner, null),
  })
}
