import { choiceAmong, readableOptions } from '../src/access/options.js'
import { refuseNestedQueries } from '../src/access/plainQueries.js'
import { governedAccess } from '../src/access/rules.js'
import { checkbox } from '../src/workflow/fields/contactDetails.js'
import { speakSwedishByDefault } from '../src/workflow/fields/defaultLanguage.js'
import { giveSlug } from '../src/workflow/fields/giveSlug.js'
import { ownership, slug } from '../src/workflow/fields/owned.js'
import { localizedArea, title } from '../src/workflow/fields/texts.js'
import { words } from '../src/workflow/fields/words.js'
import { governed } from '../src/workflow/governed.js'

export const Strategies = governed({
  slug: 'strategies',
  labels: { singular: words('Strategi', 'Strategy'), plural: words('Strategier', 'Strategies') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'owner', 'underRevision', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    group: words('Innehåll', 'Content'),
    description: words(
      'Det varaktiga arbetet. Varje beslutad text läggs in som en utgåva av strategin.',
      'The lasting work. Each text that was decided is entered as an edition of the strategy.',
    ),
  },
  access: governedAccess,
  hooks: { beforeOperation: [speakSwedishByDefault, refuseNestedQueries], beforeValidate: [giveSlug] },
  indexes: [{ fields: ['slug', 'owner'], unique: true }],
  fields: [
    title(),
    localizedArea('summary', words('Sammanfattning', 'Summary')),
    {
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      label: words('Sakområden', 'Topics'),
      ...choiceAmong(readableOptions),
    },
    checkbox('underRevision', 'Ses över', 'Under revision', {
      sv: 'En ny utgåva är på väg.',
      en: 'A new edition is on its way.',
    }),
    {
      name: 'revisionNote',
      type: 'textarea',
      localized: true,
      label: words('Om översynen', 'About the revision'),
      admin: {
        condition: (data) => data?.['underRevision'] === true,
        description: words('Till exempel när nästa utgåva väntas.', 'For example when the next edition is expected.'),
      },
    },
    {
      name: 'followedUpBy',
      type: 'group',
      label: words('Följs upp av', 'Followed up by'),
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'body',
              type: 'text',
              label: words('Grupp eller myndighet', 'Group or authority'),
              admin: {
                width: '50%',
                placeholder: words('Regionala samverkansgruppen', 'The regional cooperation group'),
              },
            },
            {
              name: 'contact',
              type: 'relationship',
              relationTo: 'contacts',
              label: words('Kontakt', 'Contact'),
              ...choiceAmong(readableOptions),
              admin: { width: '50%' },
            },
          ],
        },
      ],
    },
    slug,
    ...ownership,
  ],
})
