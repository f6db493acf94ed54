import { refuseNestedQueries } from '../src/access/plainQueries.js'
import { governedAccess } from '../src/access/rules.js'
import { ownersStaffField } from '../src/access/staffRules.js'
import { checkbox, openingHours, phones } from '../src/workflow/fields/contactDetails.js'
import { speakSwedishByDefault } from '../src/workflow/fields/defaultLanguage.js'
import { spokenLanguageOptions } from '../src/workflow/fields/options.js'
import { ownership } from '../src/workflow/fields/owned.js'
import { checkedText, day, localizedArea } from '../src/workflow/fields/texts.js'
import { checkEmail, checkUrl } from '../src/workflow/fields/validateAddresses.js'
import { neededWhen } from '../src/workflow/fields/validated.js'
import { checkNotBefore } from '../src/workflow/fields/validateDates.js'
import { option, words } from '../src/workflow/fields/words.js'
import { governed } from '../src/workflow/governed.js'

export const Contacts = governed({
  slug: 'contacts',
  labels: { singular: words('Kontakt', 'Contact'), plural: words('Kontakter', 'Contacts') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'owner', 'verifyAgainBy', '_status'],
    listSearchableFields: ['name', 'email'],
    group: words('Innehåll', 'Content'),
    description: words('Stödlinjer, myndigheter och funktioner.', 'Helplines, authorities and functions.'),
  },
  access: governedAccess,
  hooks: { beforeOperation: [speakSwedishByDefault, refuseNestedQueries] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: words('Kontakt', 'Contact'),
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'name',
                  type: 'text',
                  label: words('Namn', 'Name'),
                  required: true,
                  localized: true,
                  admin: { width: '60%' },
                },
                {
                  name: 'kind',
                  type: 'select',
                  label: words('Slag', 'Kind'),
                  required: true,
                  defaultValue: 'authority',
                  options: [
                    option('helpline', 'Stödlinje', 'Helpline'),
                    option('authority', 'Myndighet', 'Authority'),
                    option('function', 'Funktion', 'Function'),
                    option('person', 'Person i tjänsten', 'Person in office'),
                  ],
                  admin: { width: '40%' },
                },
              ],
            },
            {
              name: 'legalBasis',
              type: 'text',
              label: words('Rättslig grund', 'Legal basis'),
              validate: neededWhen(({ kind }) => kind === 'person', {
                sv: 'Skriv varför personens uppgifter får publiceras, till exempel ”Uppgift av allmänt intresse”.',
                en: 'Say why the person’s details may be published, for example “Task in the public interest”.',
              }),
              admin: {
                condition: (data) => data?.['kind'] === 'person',
                description: words(
                  'Varför personens uppgifter får publiceras.',
                  'Why the person’s details may be published.',
                ),
              },
            },
            phones,
            checkedText('email', words('E-post', 'E-mail'), [checkEmail], {
              placeholder: words('namn@lansstyrelsen.se', 'name@lansstyrelsen.se'),
            }),
            checkedText('url', words('Webbadress', 'Web address'), [checkUrl], {
              placeholder: words('https://kvinnofridslinjen.se', 'https://kvinnofridslinjen.se'),
            }),
            {
              name: 'address',
              type: 'group',
              label: words('Besöksadress', 'Visiting address'),
              fields: [
                {
                  type: 'row',
                  fields: [
                    checkedText('street', words('Gata', 'Street'), [], { width: '50%' }),
                    checkedText('postalCode', words('Postnummer', 'Postal code'), [], {
                      width: '20%',
                      placeholder: words('871 86', '871 86'),
                    }),
                    checkedText('city', words('Ort', 'City'), [], { width: '30%' }),
                  ],
                },
              ],
            },
            localizedArea('note', words('Mer om kontakten', 'More about the contact')),
          ],
        },
        { label: words('Öppettider', 'Opening hours'), fields: openingHours },
        {
          label: words('Stöd och språk', 'Support and languages'),
          fields: [
            checkbox('anonymous', 'Du kan vara anonym', 'You can be anonymous'),
            checkbox('hiddenOnBill', 'Syns inte på telefonräkningen', 'Does not show on the phone bill'),
            {
              name: 'languages',
              type: 'select',
              hasMany: true,
              label: words('Språk som hjälpen ges på', 'Languages in which help is given'),
              options: spokenLanguageOptions,
            },
          ],
        },
        {
          label: words('Kontroll av uppgifterna', 'Checking the details'),
          fields: [
            {
              type: 'row',
              fields: [
                day('lastVerifiedOn', words('Senast kontrollerad', 'Last checked on'), { width: '33%' }),
                {
                  name: 'lastVerifiedBy',
                  type: 'text',
                  label: words('Kontrollerad av', 'Checked by'),
                  access: { read: ownersStaffField },
                  admin: {
                    width: '33%',
                    description: words('Syns bara för er som redigerar.', 'Only seen by you who edit.'),
                  },
                },
                day(
                  'verifyAgainBy',
                  words('Kontrollera igen senast', 'Check again by'),
                  { width: '33%' },
                  checkNotBefore('lastVerifiedOn', { sv: 'Senast kontrollerad', en: 'Last checked on' }),
                ),
              ],
            },
          ],
        },
      ],
    },
    ...ownership,
  ],
})
