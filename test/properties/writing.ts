import { collectionOf } from '../../src/vocabulary.js'
import { create, paragraph, update } from '../support/content.js'
import type { Act, How, Span } from './acts.js'
import { documentWith, named, ofKind, pick, type Document, type Kind, type Text, type World } from './world.js'

type Create = Act & { act: 'create' }
type Write = Act & { act: 'write' }

/** Publishes it, or leaves it a draft. */
export async function createDocument(world: World, { kind, how, picture, span }: Create): Promise<void> {
  const slug = `adress-${world.slugs.length}`
  const place =
    kind === 'edition' ? { strategy: named(ofKind(world, 'strategy'), 0), ...spanOf(world, span) } : { slug }
  const text = newText(world)
  const data = {
    ...{ owner: 'vasternorrland', audience: 'own', ...place },
    ...wordsOf(kind, how, text),
    ...filesOf(world, kind, picture),
  }
  const { id } = await create(world.editorial.payload, collectionOf[kind], data, optionsOf(world, how, text))
  world.documents.push(documentWith(id, kind))
  if (kind !== 'edition') world.slugs.push({ slug, kind })
  Object.assign(text, { document: id, from: fromOf(world, how) })
}

/** Corrects it, plans a correction, or leaves a draft. */
export async function write(
  world: World,
  { id, kind }: Document,
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
    supersedes: supersedes === null || others.length === 0 ? [] : [named(others, supersedes)],
  }
}

function filesOf({ media }: World, kind: Kind, picture: number | null): object {
  const file = picture === null || media.length === 0 ? null : pick(media, picture)
  if (kind === 'news') return { image: file }
  return kind === 'edition' ? { documents: file === null ? [] : [{ file }] } : {}
}
