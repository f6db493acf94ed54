import { appendOnly } from './appendOnly.js'

export const Holds = appendOnly({
  slug: 'holds',
  labels: { singular: { sv: 'Gallringsstopp', en: 'Hold' }, plural: { sv: 'Gallringsstopp', en: 'Holds' } },
  defaultSort: '-at',
  admin: {
    useAsTitle: 'document',
    defaultColumns: ['at', 'act', 'document', 'reason'],
    description: {
      sv: 'Dokument som inte får gallras, till exempel för att de behövs i ett ärende. Ett stopp hävs med en ny rad.',
      en: 'Documents that must not be disposed of, as when a case needs them. A hold is lifted by a further row.',
    },
  },
  fields: [
    { name: 'document', type: 'text', required: true, index: true, label: { sv: 'Dokument', en: 'Document' } },
    { name: 'act', type: 'text', required: true, label: { sv: 'Åtgärd', en: 'Act' } },
    { name: 'reason', type: 'textarea', required: true, label: { sv: 'Skäl', en: 'Reason' } },
    { name: 'who', type: 'text', required: true, label: { sv: 'Beslutad av', en: 'Decided by' } },
    { name: 'at', type: 'text', required: true, label: { sv: 'Tidpunkt', en: 'At' } },
  ],
})
