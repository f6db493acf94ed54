import type { CollectionConfig } from 'payload'
import { ownWebsites } from '../src/access/staffRules.js'
import { words } from '../src/workflow/fields/words.js'

/** Written by the service alone, when a website registers its queries with its key. */
export const PersistedDocuments: CollectionConfig = {
  slug: 'persisted-documents',
  labels: {
    singular: words('Sparad fråga', 'Persisted document'),
    plural: words('Sparade frågor', 'Persisted documents'),
  },
  admin: {
    useAsTitle: 'sha256',
    defaultColumns: ['county', 'sha256', 'registeredAt'],
    group: words('Administration', 'Administration'),
    description: words(
      'De frågor som webbplatserna har lämnat in, så att de kan hämta svaren med en kort adress.',
      'The queries that the sites have handed in, so that they can fetch answers by a short address.',
    ),
  },
  access: { read: ownWebsites, create: () => false, update: () => false, delete: () => false },
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  fields: [
    { name: 'id', type: 'text', required: true, label: 'Id' },
    { name: 'county', type: 'text', required: true, index: true, label: words('Län', 'County') },
    { name: 'sha256', type: 'text', required: true, label: words('Kontrollsumma', 'SHA-256') },
    { name: 'text', type: 'textarea', required: true, label: words('Fråga', 'Query') },
    {
      name: 'registeredAt',
      type: 'text',
      required: true,
      index: true,
      label: words('Senast inlämnad', 'Last registered'),
    },
  ],
}
