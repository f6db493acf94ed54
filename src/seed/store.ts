import type { Payload } from 'payload'
import type { GovernedCollection, LanguageCode } from '../vocabulary.js'
import type { Fields } from './content/model.js'

/** What the seed sees of a stored row. */
export interface StoredRow {
  id: string
  [field: string]: unknown
}

type SeedCollection = GovernedCollection | 'media' | 'users' | 'websites'

export interface UploadedFile {
  data: Buffer
  mimetype: string
  name: string
  size: number
}

interface Write {
  locale?: LanguageCode
  draft?: boolean
  data: Fields
  file?: UploadedFile
  /** The languages that a publication releases. */
  release?: readonly LanguageCode[]
}

/** The Local API, narrowed to what the seed does: no user, so no access rule, but every hook. */
export interface Store {
  find(collection: SeedCollection, where: Fields): Promise<StoredRow[]>
  create(collection: SeedCollection, write: Write): Promise<StoredRow>
  update(collection: SeedCollection, id: string, write: Write): Promise<StoredRow>
  /** Whether anything of the document was ever made public. */
  isInArchive(document: string): Promise<boolean>
}

const equal = (fields: Fields) => ({
  and: Object.entries(fields).map(([name, value]) => ({ [name]: { equals: value } })),
})

const contextOf = ({ release }: Write) => ({ via: 'seed', ...(release && { release: { languages: release } }) })

/** Trashed rows are found too: what an editor has thrown away does not come back. A file's digest is a hidden field. */
export const storeOf = (payload: Payload): Store => ({
  async find(collection, where) {
    const { docs } = await payload.find({
      collection,
      where: equal(where),
      depth: 0,
      pagination: false,
      overrideAccess: true,
      trash: true,
      showHiddenFields: collection === 'media',
    })
    return docs as unknown as StoredRow[]
  },
  async create(collection, write) {
    const { locale = 'sv', draft = false, data, file } = write
    const row = await payload.create({
      collection,
      locale,
      draft: draft as false,
      data: data as never,
      ...(file && { file }),
      depth: 0,
      overrideAccess: true,
      context: contextOf(write),
    })
    return row as unknown as StoredRow
  },
  async update(collection, id, write) {
    const { locale = 'sv', draft = false, data } = write
    const row = await payload.update({
      collection,
      id,
      locale,
      draft,
      data: data as never,
      depth: 0,
      overrideAccess: true,
      context: contextOf(write),
    })
    return row as unknown as StoredRow
  },
  async isInArchive(document) {
    const { totalDocs } = await payload.count({
      collection: 'records',
      where: { document: { equals: document } },
      overrideAccess: true,
    })
    return totalDocs > 0
  },
})
