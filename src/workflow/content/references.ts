import type { PayloadRequest } from 'payload'
import { mediaIdsIn } from '../../archive/pure/blocks.js'
import type { FileRef, ImageRef } from '../../archive/pure/model.js'
import { servicesOf } from '../../archive/write/services.js'
import { ServiceError } from '../../errors.js'
import { languages, NATIONAL, type LanguageCode } from '../../vocabulary.js'
import {
  group,
  idOf,
  inLanguage,
  is,
  rowsOf,
  text,
  textIn,
  type ContentFiles,
  type References,
  type Row,
} from './row.js'

/**
 * Loads the media that a row names, in the transaction of `req`.
 *
 * @throws ServiceError BAD_INPUT where a file is missing, belongs to another county, or lacks its alternative text.
 */
export async function referencesOf(req: PayloadRequest, row: Row): Promise<References> {
  const ids = mediaOf(row)
  if (ids.length === 0) return { images: new Map(), files: new Map() }
  const found = await req.payload.db.find<Row>({
    collection: 'media',
    where: { id: { in: ids } },
    locale: 'all',
    pagination: false,
    req,
  })
  const media = new Map(found.docs.map((one) => [String(one['id']), one]))
  for (const id of ids) await assertUsable(req, media.get(id), row)
  return {
    files: new Map([...media].map(([id, one]) => [id, filesOf(one).original])),
    images: new Map([...media].filter(([, one]) => isImage(one)).map(([id, one]) => [id, imageOf(one)])),
  }
}

/** Every media id that the row names in any language. */
function mediaOf(row: Row): string[] {
  const bodies = languages.map((language) => inLanguage(row['body'], language))
  const documents = rowsOf(row['documents']).map((one) => idOf(one['file']))
  const named = [idOf(row['image']), ...documents, ...bodies.flatMap((body): string[] => mediaIdsIn(body))]
  return [...new Set(named.filter((id) => id !== null))]
}

async function assertUsable(req: PayloadRequest, media: Row | undefined, row: Row): Promise<void> {
  if (!media || !(await isKept(req, filesOf(media))))
    throw new ServiceError('BAD_INPUT', {
      sv: 'En bild eller fil i dokumentet finns inte längre. Välj en annan.',
      en: 'An image or file of this document no longer exists. Choose another.',
    })
  if (media['owner'] !== row['owner'] && media['owner'] !== NATIONAL)
    throw new ServiceError('BAD_INPUT', {
      sv: `Filen ”${filesOf(media).original.name}” tillhör ett annat län. Ladda upp en egen kopia.`,
      en: `The file “${filesOf(media).original.name}” belongs to another county. Upload a copy of your own.`,
    })
}

/** A disposal removes files and leaves the media row: what is published names only files that are there. */
async function isKept(req: PayloadRequest, { original, renditions }: Partial<ContentFiles>): Promise<boolean> {
  if (!original) return false
  const { files } = servicesOf(req.payload)
  const found = await Promise.all([original, ...(renditions ?? [])].map(({ sha256 }) => files.has(sha256)))
  return found.every(Boolean)
}

const filesOf = (media: Row): ContentFiles => (media['contentFiles'] ?? {}) as ContentFiles
const isImage = (media: Row): boolean => String(media['mimeType']).startsWith('image/')

function imageOf(media: Row): ImageRef {
  const { original, renditions } = filesOf(media)
  const focal = { x: Number(media['focalX'] ?? 50), y: Number(media['focalY'] ?? 50) }
  return {
    ...(original satisfies FileRef),
    width: Number(media['width'] ?? 0),
    height: Number(media['height'] ?? 0),
    alt: is(media['decorative']) ? null : altOf(media['alt']),
    credit: text(media['credit']),
    focal,
    renditions,
  }
}

function altOf(alt: unknown): Partial<Record<LanguageCode, string>> {
  const texts = languages.map((language) => [language, textIn(group(alt), language)] as const)
  return Object.fromEntries(texts.filter(([, value]) => value !== null))
}
