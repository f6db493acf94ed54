import type { CollectionBeforeValidateHook, PayloadRequest, Where } from 'payload'
import { DEFAULT_LANGUAGE } from '../../vocabulary.js'
import { refuseField } from './refuseField.js'
import { draftSlug, isDraftSlug, slugOf } from './slug.js'

interface Place {
  collection: string
  owner: string
  /** The document itself, where it exists. */
  id: unknown
}

/** Asks the row of every other document, also those in the bin: the database's constraint counts them too. */
async function isTaken(req: PayloadRequest, { collection, owner, id }: Place, slug: string): Promise<boolean> {
  const where: Where = { and: [{ owner: { equals: owner } }, { slug: { equals: slug } }] }
  if (id !== undefined) where.and?.push({ id: { not_equals: id } })
  return (await req.payload.db.count({ collection, where, req })).totalDocs > 0
}

async function freeSlug(req: PayloadRequest, place: Place, wanted: string): Promise<string> {
  for (let number = 1; number <= 50; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await isTaken(req, place, slug))) return slug
  }
  return draftSlug()
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/**
 * Gives a document its slug. One that was typed must be free, or the form says so; an empty one is made of the
 * Swedish title. While the admin saves by itself the title is half written, so the draft keeps a generated slug until
 * somebody saves or publishes.
 */
export const giveSlug: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data) return data
  const before = textOf(originalDoc?.slug)
  const typed = textOf(data.slug) || (data.slug === undefined ? before : '')
  const place = { collection: collection.slug, owner: textOf(data.owner ?? originalDoc?.owner), id: originalDoc?.id }
  if (typed && !isDraftSlug(typed)) {
    const isNew = typed !== before || place.owner !== textOf(originalDoc?.owner)
    if (isNew && (await isTaken(req, place, typed))) {
      refuseField(req, collection.slug, 'slug', {
        sv: `Adressnamnet ”${typed}” används redan, kanske av en sida i papperskorgen. Välj ett annat.`,
        en: `The slug “${typed}” is in use, perhaps by a page in the bin. Choose another.`,
      })
    }
    return { ...data, slug: typed }
  }
  const isSwedish = !req.locale || req.locale === DEFAULT_LANGUAGE
  const isFinished = data._status === 'published' || (isSwedish && String(req.query['autosave']) !== 'true')
  const wanted = isFinished ? slugOf(textOf(data.title ?? originalDoc?.title)) : ''
  return { ...data, slug: wanted ? await freeSlug(req, place, wanted) : typed || draftSlug() }
}
