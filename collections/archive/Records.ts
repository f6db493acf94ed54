import { appendOnly, exactText } from './appendOnly.js'

export const Records = appendOnly({
  slug: 'records',
  labels: { singular: { sv: 'Arkivpost', en: 'Record' }, plural: { sv: 'Arkivposter', en: 'Records' } },
  defaultSort: '-recordedAt',
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['recordedAt', 'action', 'kind', 'owner', 'slug', 'revision'],
    description: {
      sv: 'Varje publicering, tillbakadragande och spärr, den senaste först. Ingenting här kan ändras.',
      en: 'Every publication, withdrawal and seal, newest first. Nothing here can be changed.',
    },
  },
  indexes: [{ fields: ['document', 'revision'], unique: true }, { fields: ['kind', 'owner', 'slug'] }],
  fields: [
    { name: 'document', type: 'text', required: true, index: true, label: { sv: 'Dokument', en: 'Document' } },
    { name: 'kind', type: 'text', required: true, label: { sv: 'Slag', en: 'Kind' } },
    { name: 'owner', type: 'text', required: true, label: { sv: 'Ägare', en: 'Owner' } },
    { name: 'slug', type: 'text', label: { sv: 'Adressnamn', en: 'Slug' } },
    { name: 'revision', type: 'number', required: true, label: { sv: 'Version', en: 'Revision' } },
    { name: 'action', type: 'text', required: true, label: { sv: 'Åtgärd', en: 'Action' } },
    { name: 'recordedAt', type: 'text', required: true, index: true, label: { sv: 'Registrerad', en: 'Recorded at' } },
    exactText('body', { sv: 'Postens exakta text', en: 'The exact text of the record' }),
  ],
})
