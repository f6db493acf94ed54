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
import { create, paragraph, update } from '../support/content.js'
import type { Act, How, Span } from './acts.js'
import type { Kind, Text, World } from './world.js'

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

class NothingThere extends Error {}

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
      return forget(() => true)
    }
    case 'next edition':
      world.documents.push({ id: await nextEdition(req, id), kind: 'edition' })
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
  }
}

/** Half of the time one for which the act was made, that it be not refused again and again. */
function likelyFor(world: World, { act, on }: Act & { on: number }): World['documents'] {
  const { documents, texts, clock } = world
  const has = (isMeant: (text: Text) => boolean): World['documents'] =>
    documents.filter(({ id }) => texts.some((text) => text.document === id && isMeant(text)))
  const likely = {
    ...{
      prolong: ofKind(world, 'edition'),
      repeal: ofKind(world, 'edition'),
      'next edition': ofKind(world, 'edition'),
    },
    'cancel plan': has(({ from, isGone }) => from !== null && from > clock.now() && !isGone),
    dispose: has(({ from, isGone }) => from !== null && isGone),
  } as Partial<Record<Act['act'], World['documents']>>
  const found = on % 2 === 0 ? (likely[act] ?? []) : []
  return found.length > 0 ? found : documents
}

type Create = Act & { act: 'create' }
type Write = Act & { act: 'write' }

async function createDocument(world: World, { kind, how, picture, span }: Create): Promise<void> {
  const slug = `adress-${world.slugs.length}`
  const place =
    kind === 'edition' ? { strategy: pick(ofKind(world, 'strategy'), 0).id, ...spanOf(world, span) } : { slug }
  const text = newText(world)
  const data = {
    ...{ owner: 'vasternorrland', audience: 'own', ...place },
    ...wordsOf(kind, how, text),
    ...filesOf(world, kind, picture),
  }
  const { id } = await create(world.editorial.payload, collectionOf[kind], data, optionsOf(world, how, text))
  world.documents.push({ id, kind })
  if (kind !== 'edition') world.slugs.push({ slug, kind })
  Object.assign(text, { document: id, from: fromOf(world, how) })
}

async function write(
  world: World,
  { id, kind }: World['documents'][number],
  { how, picture, span, moves }: Write,
  forgetPlans: () => void,
): Promise<void> {
  const slug = `adress-${world.slugs.length}`
  const isMoved = moves && kind !== 'edition' && how.publishes
  const text = newText(world)
  const data = {
    ...(isMoved && { slug }),
    ...(kind === 'edition' && span !== null && spanOf(world, span)),
    ...wordsOf(kind, how, text),
    ...filesOf(world, kind, picture),
  }
  await update(world.editorial.payload, collectionOf[kind], id, data, optionsOf(world, how, text))
  if (isMoved) world.slugs.push({ slug, kind })
  if (how.publishes && (how.plan === 'replace' || how.plan === 'cancel')) forgetPlans()
  Object.assign(text, { document: id, from: fromOf(world, how) })
}

function newText({ texts }: World): Text {
  const text = { word: `ord${texts.length}x`, document: null, from: null, isGone: false }
  texts.push(text)
  return text
}

/** Every field that tells something has the word in it, so that nothing of an earlier text stays. */
function wordsOf(kind: Kind, { publishes }: How, { word }: Text): object {
  const status = publishes ? { _status: 'published' } : {}
  if (kind === 'strategy') return { ...status, title: word, summary: word }
  const text = { ...status, title: word, body: paragraph(`Text med ${word}.`) }
  if (kind === 'news') return { ...text, lead: word }
  return { ...text, label: word, priorPublication: [{ date: '2013', note: word }] }
}

function optionsOf(world: World, { publishes, ahead, plan, language }: How, { word }: Text): object {
  if (!publishes) return { draft: true, locale: language }
  const plannedFor = ahead === null ? {} : { plannedFor: inMilliseconds(world, ahead) }
  const release = { ...plannedFor, ...(plan && { plan }), changeNote: `Rättat: ${word}` }
  return { locale: language, context: { release } }
}

const fromOf = (world: World, { publishes, ahead }: How): string | null =>
  publishes ? inMilliseconds(world, ahead ?? 0) : null

const inMilliseconds = ({ clock }: World, milliseconds: number): string =>
  new Date(Date.parse(clock.now()) + milliseconds).toISOString()

const spanOf = (world: World, { from, years, supersedes }: Span): object => {
  const others = ofKind(world, 'edition')
  return {
    validFrom: String(from),
    validThrough: years === null ? null : String(from + years - 1),
    supersedes: supersedes === null || others.length === 0 ? [] : [pick(others, supersedes).id],
  }
}

function filesOf({ media }: World, kind: Kind, picture: number | null): object {
  const file = picture === null || media.length === 0 ? null : pick(media, picture)
  if (kind === 'news') return { image: file }
  return kind === 'edition' ? { documents: file === null ? [] : [{ file }] } : {}
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

const ofKind = ({ documents }: World, kind: Kind): World['documents'] => documents.filter((one) => one.kind === kind)

function pick<T>(all: readonly T[], number: number): T {
  if (all.length === 0) throw new NothingThere()
  return all[number % all.length]!
}
