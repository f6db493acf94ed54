import { appendOnly } from './appendOnly.js'

export const Log = appendOnly({
  slug: 'log',
  labels: { singular: { sv: 'Loggrad', en: 'Log entry' }, plural: { sv: 'Logg', en: 'Log' } },
  defaultSort: '-seq',
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['seq', 'placedAt', 'publicFrom', 'record'],
    description: {
      sv: 'Ger varje arkivpost dess plats och den tidpunkt från vilken den är publik.',
      en: 'Gives every record its place and the instant from which it is public.',
    },
  },
  fields: [
    {
      name: 'seq',
      type: 'number',
      required: true,
      unique: true,
      index: true,
      label: { sv: 'Löpnummer', en: 'Sequence number' },
    },
    {
      name: 'record',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { sv: 'Arkivpost', en: 'Record' },
    },
    { name: 'placedAt', type: 'text', required: true, label: { sv: 'Införd', en: 'Placed at' } },
    { name: 'publicFrom', type: 'text', required: true, label: { sv: 'Publik från', en: 'Public from' } },
    { name: 'leaf', type: 'text', required: true, label: { sv: 'Kontrollsumma', en: 'Leaf hash' } },
  ],
})
