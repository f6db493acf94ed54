import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { enterHold } from '../../src/archive/write/holds.js'
import { servicesOf } from '../../src/archive/write/services.js'
import { ServiceError } from '../../src/errors.js'
import { collectionOf } from '../../src/vocabulary.js'
import { dispose } from '../../src/workflow/dispose.js'
import { prolong, repeal } from '../../src/workflow/laterDecision.js'
import { nextEdition } from '../../src/workflow/nextEdition.js'
import { cancelPlan } from '../../src/workflow/plan.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import type { Act } from './acts.js'
import { documentWith, NothingThere, ofKind, pick, type Document, type Text, type World } from './world.js'
import { createDocument, write } from './writing.js'

/** @returns `done`, or how it was refused */
export async function perform(world: World, act: Act): Promise<string> {
  world.clock.pass(act.after / 3_600_000)
  try {
    await doTo(world, act)
    return 'done'
  } catch (error) {
    if (error instanceof ServiceError) return `refused: ${error.code}`
    const { name } = error as Error
    if (name === 'ValidationError' || name === 'NotFound') return `refused: ${name}`
    if (error instanceof NothingThere) return 'refused: nothing there'
    throw error
  }
}

async function doTo(world: World, act: Act): Promise<void> {
  const { payload } = world.editorial
  if (act.act === 'wait') return
  if (act.act === 'upload') return upload(world, act.picture)
  if (act.act === 'create') return createDocument(world, act)
  const document = pick(likelyFor(world, act), act.on)
  const { id, kind } = document
  const collection = collectionOf[kind]
  const now = world.clock.now()
  const req = await createLocalReq({}, payload)
  const decision = { body: 'Länsstyrelsen Västernorrland' }
  const forget = (isForgotten: (from: string) => boolean): void => {
    for (const text of world.texts)
      if (text.document === id && text.from !== null && isForgotten(text.from)) text.isGone = true
  }
  const forgetPlans = (): void => forget((from) => from > now)
  switch (act.act) {
    case 'write':
      return write(world, document, act, forgetPlans)
    case 'withdraw': {
      const redirectTo = act.shownAs === 'redirect' ? pick(world.documents, act.redirectTo).id : null
      const withdrawal = { shownAs: act.shownAs, redirectTo }
      await takeDown(req, collection, id, { action: 'WITHDRAW', reason: 'Inaktuell', withdrawal })
      return forgetPlans()
    }
    case 'seal':
      await takeDown(req, collection, id, { action: 'SEAL', reason: 'Fel adress', withdrawal: null })
      return forget(() => true)
    case 'cancel plan':
      await cancelPlan(req, collection, id)
      return forgetPlans()
    case 'dispose': {
      const { files } = await dispose(req, id, { authority: 'RA-MS 2024:12', reason: null })
      for (const sha256 of files) await servicesOf(payload).files.remove(sha256)
      document.isRemoved = true
      return forget(() => true)
    }
    case 'next edition':
      world.documents.push(documentWith(await nextEdition(req, id), 'edition'))
      document.isNamed = true
      return
    case 'prolong':
      await prolong(req, id, { validThrough: String(act.year), decision })
      return
    case 'repeal':
      await repeal(req, id, { from: `${act.year}-07`, decision })
      return
    case 'hold': {
      const reason = { reason: 'Tvist vid domstol', who: 'Arkivarien' }
      return enterHold(req, { document: id, act: act.places ? 'PLACE' : 'RELEASE', ...reason })
    }
    case 'remove':
      await payload.delete({ collection, id } as never)
      document.isRemoved = true
  }
}

/** Half of the time one for which the act was made, that it be not refused again and again. */
function likelyFor(world: World, { act, on }: Act & { on: number }): Document[] {
  const { texts, clock } = world
  const isRemoval = act === 'remove' || act === 'dispose'
  const documents = isRemoval ? world.documents.filter((one) => !one.isNamed) : world.documents
  const has = (isMeant: (text: Text) => boolean): Document[] =>
    documents.filter(({ id }) => texts.some((text) => text.document === id && isMeant(text)))
  const planned = has(({ from, isGone }) => from !== null && from > clock.now() && !isGone)
  const likely = {
    ...{
      prolong: ofKind(world, 'edition'),
      repeal: ofKind(world, 'edition'),
      'next edition': ofKind(world, 'edition'),
    },
    'cancel plan': planned,
    remove: planned,
    dispose: has(({ from, isGone }) => from !== null && isGone),
  } as Partial<Record<Act['act'], Document[]>>
  const found = on % 2 === 0 ? (likely[act] ?? []) : []
  return found.length > 0 ? found : documents
}

/** The same number gives the same bytes, however often it is uploaded. */
async function upload(world: World, picture: number): Promise<void> {
  const background = ['#005293', '#fecb00', '#ffffff'][picture]!
  const data = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: `bild-${picture}.png`, size: data.length }
  const media = { collection: 'media', data: { owner: 'vasternorrland', alt: 'En färg' }, file }
  world.media.push(String((await world.editorial.payload.create(media as never)).id))
}
