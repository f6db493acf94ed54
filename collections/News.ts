import { choiceAmong, otherReadableOptions, readableFiles, readableOptions } from '../src/access/options.js'
import { refuseNestedQueries } from '../src/access/plainQueries.js'
import { governedAccess } from '../src/access/rules.js'
import { speakSwedishByDefault } from '../src/workflow/fields/defaultLanguage.js'
import { giveSlug } from '../src/workflow/fields/giveSlug.js'
import { ownership, slug } from '../src/workflow/fields/owned.js'
import { body, edtfDate, localizedArea, title } from '../src/workflow/fields/texts.js'
import { checkNotBefore } from '../src/workflow/fields/validateDates.js'
import { validated } from '../src/workflow/fields/validated.js'
import { option, words } from '../src/workflow/fields/words.js'
import { governed } from '../src/workflow/governed.js'

export const News = governed({
  slug: 'news',
  labels: { singular: words('Nyhet', 'News item'), plural: words('Nyheter', 'News') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'owner', 'importance', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    group: words('Innehåll', 'Content'),
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
            localizedArea('lead', words('Ingress', 'Lead')),
            body,
            {
              name: 'image',
              type: 'upload',
              relationTo: 'media',
              label: words('Bild', 'Image'),
              filterOptions: readableFiles,
            },
          ],
        },
        {
          label: words('Sammanhang', 'Context'),
          fields: [
            {
              name: 'topics',
              type: 'relationship',
              relationTo: 'topics',
              hasMany: true,
              label: words('Sakområden', 'Topics'),
              ...choiceAmong(readableOptions),
            },
            {
              name: 'related',
              type: 'relationship',
              relationTo: 'news',
              hasMany: true,
              label: words('Läs också', 'Related news'),
              ...choiceAmong(otherReadableOptions),
            },
          ],
        },
        {
          label: words('Visning', 'Display'),
          fields: [
            {
              name: 'importance',
              type: 'select',
              label: words('Vikt', 'Importance'),
              required: true,
              defaultValue: 'ordinary',
              options: [
                option('ordinary', 'Vanlig', 'Ordinary'),
                option('important', 'Viktig', 'Important'),
                option('crisis', 'Kris', 'Crisis'),
              ],
            },
            {
              name: 'shownUntil',
              type: 'date',
              label: words('Visas till', 'Shown until'),
              validate: validated(
                checkNotBefore('originallyPublished', { sv: 'Först publicerad', en: 'First published' }),
              ),
              admin: {
                date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm', timeFormat: 'HH:mm' },
                description: words(
                  'Efter den tiden står nyheten inte längre i listorna. Lämna tomt om den ska stå kvar.',
                  'After this time the item is no longer listed. Leave it empty if it is to stay.',
                ),
              },
            },
            edtfDate('originallyPublished', words('Först publicerad', 'First published'), {
              description: words(
                'För nyheter som publicerades på annat håll innan de lades in här.',
                'For news that was published elsewhere before it was entered here.',
              ),
            }),
          ],
        },
      ],
    },
    slug,
    ...ownership,
  ],
})
