import { choiceAmong, sameOwner } from '../src/access/options.js'
import { refuseNestedQueries } from '../src/access/plainQueries.js'
import { governedAccess } from '../src/access/rules.js'
import { decision, parties, supersedes, supersedesInPart, validity } from '../src/workflow/fields/edition.js'
import { prolongations, repeal } from '../src/workflow/fields/laterDecisions.js'
import { documents, priorPublication } from '../src/workflow/fields/evidence.js'
import { speakSwedishByDefault } from '../src/workflow/fields/defaultLanguage.js'
import { giveNumber } from '../src/workflow/fields/giveNumber.js'
import { ownership } from '../src/workflow/fields/owned.js'
import { body, checkedText, title } from '../src/workflow/fields/texts.js'
import { words } from '../src/workflow/fields/words.js'
import { laterDecisionEndpoints } from '../src/workflow/laterDecision.js'
import { nextEditionEndpoint } from '../src/workflow/nextEdition.js'
import { governed } from '../src/workflow/governed.js'

export const Editions = governed({
  slug: 'editions',
  labels: { singular: words('Utgåva', 'Edition'), plural: words('Utgåvor', 'Editions') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'label', 'strategy', 'owner', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'label'],
    group: words('Innehåll', 'Content'),
    description: words(
      'En beslutad text av en strategi. En rättelse publiceras i samma utgåva; ett nytt beslut är en ny utgåva.',
      'One decided text of a strategy. A correction is published in the same edition; a new decision is a new edition.',
    ),
  },
  access: governedAccess,
  hooks: { beforeOperation: [speakSwedishByDefault, refuseNestedQueries], beforeValidate: [giveNumber] },
  endpoints: [...laterDecisionEndpoints, nextEditionEndpoint],
  indexes: [{ fields: ['number', 'strategy'], unique: true }],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: words('Text', 'Text'),
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'strategy',
                  type: 'relationship',
                  relationTo: 'strategies',
                  required: true,
                  index: true,
                  label: words('Strategi', 'Strategy'),
                  ...choiceAmong(sameOwner),
                  admin: { width: '50%' },
                },
                {
                  name: 'number',
                  type: 'number',
                  required: true,
                  min: 1,
                  label: words('Utgåvans nummer', 'Number of the edition'),
                  hooks: { beforeDuplicate: [() => null] },
                  admin: {
                    width: '25%',
                    step: 1,
                    description: words('Lämna tomt så blir det nästa nummer.', 'Leave it empty for the next number.'),
                  },
                },
                checkedText('label', words('Kallas', 'Known as'), [], {
                  required: true,
                  width: '25%',
                  placeholder: words('2018–2021', '2018–2021'),
                }),
              ],
            },
            title(),
            body,
          ],
        },
        {
          label: words('Beslut och giltighet', 'Decision and validity'),
          fields: [decision, validity, prolongations, repeal, supersedes, supersedesInPart],
        },
        { label: words('Parter', 'Parties'), fields: [parties] },
        { label: words('Dokument', 'Documents'), fields: [documents] },
        { label: words('Tidigare publicering', 'Earlier publication'), fields: [priorPublication] },
      ],
    },
    ...ownership,
  ],
})
