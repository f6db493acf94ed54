import type { CollectionConfig, Field } from 'payload'
import { administrators, administratorsField, nobodyField, ownWebsites } from '../src/access/staffRules.js'
import { countyOptions } from '../src/workflow/fields/options.js'
import { publicId } from '../src/workflow/fields/publicId.js'
import { checkedText } from '../src/workflow/fields/texts.js'
import { checkOrigin, checkPathPattern, checkServiceUrl } from '../src/workflow/fields/validateAddresses.js'
import { type Words, words } from '../src/workflow/fields/words.js'
import { keyEndpoints } from '../src/workflow/websiteKeys.js'

const path = (name: string, label: Words, example: string): Field =>
  checkedText(name, label, [checkPathPattern], { placeholder: words(example, example) })

/** Written by the buttons alone: a key is shown once, and only its hash is kept. */
const keys: Field = {
  name: 'keys',
  type: 'array',
  label: words('Nycklar', 'Keys'),
  access: { read: administratorsField, create: nobodyField, update: nobodyField },
  admin: { components: { Field: '/src/admin/WebsiteKeys.tsx#WebsiteKeys' } },
  fields: [
    { name: 'hash', type: 'text', required: true, hidden: true },
    { name: 'hint', type: 'text', required: true },
    { name: 'createdAt', type: 'text', required: true },
  ],
}

export const Websites: CollectionConfig = {
  slug: 'websites',
  labels: { singular: words('Webbplats', 'Website'), plural: words('Webbplatser', 'Websites') },
  admin: {
    useAsTitle: 'county',
    defaultColumns: ['county', 'updatedAt'],
    group: words('Administration', 'Administration'),
    description: words(
      'Länens webbplatser, som hämtar innehållet härifrån.',
      'The counties’ sites, which fetch their content here.',
    ),
  },
  access: { read: ownWebsites, create: administrators, update: administrators, delete: administrators },
  disableBulkEdit: true,
  endpoints: keyEndpoints,
  fields: [
    publicId,
    {
      name: 'county',
      type: 'select',
      label: words('Län', 'County'),
      required: true,
      unique: true,
      options: countyOptions,
    },
    {
      name: 'origins',
      type: 'array',
      label: words('Adresser', 'Addresses'),
      labels: { singular: words('Adress', 'Address'), plural: words('Adresser', 'Addresses') },
      admin: {
        description: words(
          'Webbadresser vars sidor får hämta innehåll direkt i läsarens webbläsare. Länkar i texterna leder till den första.',
          'Addresses whose pages may fetch content straight from the reader’s browser. Links in texts lead to the first.',
        ),
      },
      fields: [
        checkedText('origin', words('Adress', 'Address'), [checkOrigin], {
          required: true,
          placeholder: words('https://www.lansstyrelsen.se', 'https://www.lansstyrelsen.se'),
        }),
      ],
    },
    {
      name: 'paths',
      type: 'group',
      label: words('Var sidorna finns på webbplatsen', 'Where the pages are on the site'),
      admin: {
        description: words(
          'Så hittar länkar i texterna rätt sida. {slug} byts mot adressnamnet och {id} mot dokumentets id.',
          'So that links in texts find their page. {slug} becomes the slug and {id} the id of the document.',
        ),
      },
      fields: [
        path('topic', words('Sakområden', 'Topics'), '/{slug}'),
        path('strategy', words('Strategier', 'Strategies'), '/strategier/{slug}'),
        path('edition', words('Utgåvor', 'Editions'), '/strategier/{strategy}/{number}'),
        path('news', words('Nyheter', 'News'), '/nyheter/{slug}'),
        path('contact', words('Kontakter', 'Contacts'), '/kontakt/{id}'),
      ],
    },
    // Kept for what is to come: nothing reads them yet, and nobody is asked for them.
    checkedText('previewUrl', words('Adress för förhandsvisning', 'Address for previews'), [checkServiceUrl], {
      hidden: true,
    }),
    {
      name: 'webhooks',
      type: 'array',
      admin: { hidden: true },
      label: words('Meddelas vid ändringar', 'Told of changes'),
      labels: { singular: words('Mottagare', 'Receiver'), plural: words('Mottagare', 'Receivers') },
      fields: [checkedText('url', words('Webbadress', 'Web address'), [checkServiceUrl], { required: true })],
    },
    keys,
  ],
}
