import { appendOnly, exactText } from './appendOnly.js'

export const Statements = appendOnly({
  slug: 'statements',
  labels: {
    singular: { sv: 'Intern uppgift', en: 'Internal statement' },
    plural: { sv: 'Interna uppgifter', en: 'Internal statements' },
  },
  admin: {
    useAsTitle: 'id',
    description: {
      sv: 'Vem som gjorde vad, i vilken roll och varför. Endast för arkivarier.',
      en: 'Who did what, in which role, and why. For archivists only.',
    },
  },
  fields: [exactText('body', { sv: 'Exakt innehåll', en: 'Exact content' })],
})
