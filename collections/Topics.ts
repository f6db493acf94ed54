import { choiceAmong, readableOptions } from '../src/access/options.js'
import { refuseNestedQueries } from '../src/access/plainQueries.js'
import { governedAccess } from '../src/access/rules.js'
import { checkbox } from '../src/workflow/fields/contactDetails.js'
import { speakSwedishByDefault } from '../src/workflow/fields/defaultLanguage.js'
import { giveSlug } from '../src/workflow/fields/giveSlug.js'
import { ownership, slug } from '../src/workflow/fields/owned.js'
import { body, checkedText, localizedArea, title } from '../src/workflow/fields/texts.js'
import { checkUrl } from '../src/workflow/fields/validateAddresses.js'
import { words } from '../src/workflow/fields/words.js'
import { governed } from '../src/workflow/governed.js'

export const Topics = governed({
  slug: 'topics',
  labels: { singular: words('Sakområde', 'Topic'), plural: words('Sakområden', 'Topics') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'owner', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    group: words('Innehåll', 'Content'),
    description: words(
      'En sida om ett ämne, till exempel våld i nära relationer, med strategier, nyheter och kontakter.',
      'A page on a subject, such as violence in close relationships, with strategies, news and contacts.',
    ),
  },
  access: governedAccess,
  hooks: { beforeOperation: [speakSwedishByDefault, refuseNestedQueries], beforeValidate: [giveSlug] },
  indexes: [{ fields: ['slug', 'owner'], unique: true }],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: words('Innehåll', 'Content'),
          fields: [
            title(),
            localizedArea('intro', words('Inledning', 'Introduction'), {
              description: words('Några meningar som står först på sidan.', 'A few sentences at the top of the page.'),
            }),
            body,
          ],
        },
        {
          label: words('Kontakter', 'Contacts'),
          fields: [
            {
              name: 'contacts',
              type: 'relationship',
              relationTo: 'contacts',
              hasMany: true,
              label: words('Kontakter', 'Contacts'),
              ...choiceAmong(readableOptions),
              admin: { description: words('Visas i den ordning de står här.', 'Shown in the order they have here.') },
            },
          ],
        },
        {
          label: words('Skydd för läsaren', 'Protecting the reader'),
          description: words(
            'För sidor som kan vara farliga att bli sedd med.',
            'For pages that can be dangerous to be seen with.',
          ),
          fields: [
            checkbox('sensitive', 'Känslig sida', 'Sensitive page', {
              sv: 'Webbplatsen visar en knapp för att snabbt lämna sidan.',
              en: 'The website shows a button to leave the page quickly.',
            }),
            checkedText('quickExitUrl', words('Knappen leder till', 'The button leads to'), [checkUrl], {
              placeholder: words('https://www.smhi.se', 'https://www.smhi.se'),
              description: words('En vardaglig sida, till exempel vädret.', 'An everyday page, such as the weather.'),
            }),
            {
              name: 'neutralTitle',
              type: 'text',
              localized: true,
              label: words('Neutral rubrik', 'Neutral title'),
              admin: {
                condition: (data) => data?.['sensitive'] === true,
                description: words(
                  'Står i webbläsarens flik och historik i stället för rubriken.',
                  'Stands in the browser’s tab and history instead of the title.',
                ),
              },
            },
          ],
        },
      ],
    },
    slug,
    ...ownership,
  ],
})
