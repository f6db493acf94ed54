import type { CollectionConfig, Field } from 'payload'
import { mayReadArchive } from '../../src/access/archive.js'
import { refuseEveryWrite } from '../../src/workflow/refuseEveryWrite.js'

/**
 * A collection of the archive: flat, insert-only, written by src/archive/write alone. Archivists read it in the admin;
 * all other doors of Payload are shut, for every caller.
 */
export const appendOnly = (
  config: Pick<CollectionConfig, 'slug' | 'labels' | 'admin' | 'fields' | 'indexes' | 'defaultSort'>,
): CollectionConfig => ({
  ...config,
  admin: { group: { sv: 'Arkiv', en: 'Archive' }, hideAPIURL: true, ...config.admin },
  access: { read: mayReadArchive, create: () => false, update: () => false, delete: () => false },
  hooks: { beforeOperation: [refuseEveryWrite] },
  timestamps: false,
  versions: false,
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  fields: [{ name: 'id', type: 'text', required: true, label: 'Id' }, ...config.fields.map(readInWords)],
})

const readInWords = (field: Field): Field =>
  field.type === 'text'
    ? { ...field, admin: { components: { Cell: '/src/admin/ArchiveCell.tsx#ArchiveCell' } } }
    : field

/** The exact text that hashes are taken of. */
export const exactText = (name: string, label: { sv: string; en: string }): Field => ({
  name,
  type: 'textarea',
  label,
  required: true,
})
