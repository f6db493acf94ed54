import { appendOnly, exactText } from './appendOnly.js'

export const Snapshots = appendOnly({
  slug: 'snapshots',
  labels: { singular: { sv: 'Ögonblicksbild', en: 'Snapshot' }, plural: { sv: 'Ögonblicksbilder', en: 'Snapshots' } },
  admin: {
    useAsTitle: 'id',
    description: {
      sv: 'Det som allmänheten fick läsa, tecken för tecken.',
      en: 'What the public could read, to the letter.',
    },
  },
  fields: [
    { name: 'format', type: 'number', required: true, label: { sv: 'Format', en: 'Format' } },
    exactText('bytes', { sv: 'Exakt innehåll', en: 'Exact content' }),
  ],
})
