import { appendOnly, exactText } from './appendOnly.js'

export const Checkpoints = appendOnly({
  slug: 'checkpoints',
  labels: { singular: { sv: 'Kontrollpunkt', en: 'Checkpoint' }, plural: { sv: 'Kontrollpunkter', en: 'Checkpoints' } },
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['size', 'signedAt', 'root'],
    description: {
      sv: 'Loggens längd och kontrollsumma, undertecknade. Förvara en kopia någon annanstans: den avslöjar en återställd äldre säkerhetskopia.',
      en: 'The log’s signed size and root. Keep a copy elsewhere: it reveals an older backup that was restored.',
    },
  },
  fields: [
    {
      name: 'size',
      type: 'number',
      required: true,
      unique: true,
      index: true,
      label: { sv: 'Antal rader i loggen', en: 'Size of the log' },
    },
    { name: 'signedAt', type: 'text', required: true, label: { sv: 'Undertecknad', en: 'Signed at' } },
    { name: 'root', type: 'text', required: true, label: { sv: 'Kontrollsumma', en: 'Root' } },
    { name: 'peaks', type: 'textarea', label: { sv: 'Delsummor', en: 'Peaks' } },
    { name: 'publicKey', type: 'text', required: true, label: { sv: 'Öppen nyckel', en: 'Public key' } },
    exactText('note', { sv: 'Undertecknad text', en: 'Signed note' }),
  ],
})
