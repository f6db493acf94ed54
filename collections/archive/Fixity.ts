import { appendOnly } from './appendOnly.js'

/** Written by the service alone, one row for each file; unlike the archive's own rows it is brought up to date. */
export const Fixity = appendOnly({
  slug: 'fixity',
  labels: { singular: { sv: 'Filkontroll', en: 'Fixity check' }, plural: { sv: 'Filkontroller', en: 'Fixity checks' } },
  defaultSort: '-checkedAt',
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['id', 'checkedAt', 'result'],
    description: {
      sv: 'När varje fil i arkivet senast lästes i sin helhet, och om den var oskadd.',
      en: 'When each file of the archive was last read whole, and whether it was undamaged.',
    },
  },
  fields: [
    { name: 'checkedAt', type: 'text', required: true, index: true, label: { sv: 'Kontrollerad', en: 'Checked at' } },
    { name: 'result', type: 'text', required: true, index: true, label: { sv: 'Resultat', en: 'Result' } },
  ],
})
