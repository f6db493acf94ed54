import type { Field } from 'payload'
import { refuseForeignOwner } from '../../access/ownerHook.js'
import { countiesWhere, editing, ownOwner } from '../../access/roles.js'
import { ownersStaffField } from '../../access/staffRules.js'
import { countyOptions, ownerOptions } from './options.js'
import { checkSlug } from './validateAddresses.js'
import { neededWhen, validated } from './validated.js'
import { option, words } from './words.js'

const valueOf = (one: string | { value: string }): string => (typeof one === 'string' ? one : one.value)

/** Whose document it is. The list offers the user's own places and the one that the document has. */
export const owner: Field = {
  name: 'owner',
  type: 'select',
  label: words('Tillhör', 'Belongs to'),
  required: true,
  index: true,
  options: ownerOptions,
  defaultValue: ({ user }: { user?: unknown }) => ownOwner(user),
  filterOptions: ({ data, options, req }) => {
    if (!req.user) return options
    const offered = new Set<unknown>([...countiesWhere(req.user, editing), data.owner])
    return options.filter((one) => offered.has(valueOf(one)))
  },
  hooks: { beforeChange: [refuseForeignOwner] },
  admin: {
    position: 'sidebar',
    description: words('Länet som ansvarar för texten.', 'The county that is responsible for the text.'),
  },
}

const audience: Field[] = [
  {
    name: 'audience',
    type: 'select',
    label: words('Visas för', 'Shown to'),
    defaultValue: 'own',
    required: true,
    options: [
      option('own', 'Det egna länet', 'The own county'),
      option('named', 'Det egna länet och några till', 'The own county and some others'),
      option('all', 'Alla län', 'All counties'),
    ],
    admin: {
      position: 'sidebar',
      description: words(
        'Vilka läns webbplatser som får visa den när den är publicerad.',
        'Which counties’ websites may show it once it is published.',
      ),
    },
  },
  {
    name: 'audienceCounties',
    type: 'select',
    hasMany: true,
    label: words('Län som också visar den', 'Counties that show it too'),
    options: countyOptions,
    validate: neededWhen(({ audience: shownTo }) => shownTo === 'named', {
      sv: 'Välj minst ett län, eller ändra ”Visas för”.',
      en: 'Choose at least one county, or change “Shown to”.',
    }),
    admin: { position: 'sidebar', condition: (data) => data?.['audience'] === 'named' },
  },
]

/** For the staff of the owner; never archived, and hidden from those whom the document is shared with. */
const internalNote: Field = {
  name: 'internalNote',
  type: 'textarea',
  label: words('Intern anteckning', 'Internal note'),
  access: { read: ownersStaffField },
  admin: {
    position: 'sidebar',
    description: words(
      'Syns bara för er som redigerar. Publiceras aldrig.',
      'Only seen by you who edit. Never published.',
    ),
  },
}

/** Until then only the owner's staff reads the row: what it holds is planned, or was. Set by the service alone. */
const sharedFrom: Field = {
  name: 'sharedFrom',
  type: 'date',
  access: { create: () => false, update: () => false },
  hooks: { beforeDuplicate: [() => null] },
  admin: { hidden: true, disabled: true },
}

/** The sidebar of everything that editors publish. */
export const ownership: Field[] = [owner, ...audience, internalNote, sharedFrom]

/** Part of the address. Not unique by itself: two counties may use the same one. */
export const slug: Field = {
  name: 'slug',
  type: 'text',
  label: words('Adressnamn', 'Slug'),
  index: true,
  validate: validated(checkSlug),
  hooks: { beforeDuplicate: [() => null] },
  admin: {
    position: 'sidebar',
    description: words(
      'Sista delen av webbadressen. Lämna det så görs det av den svenska rubriken när du sparar eller publicerar.',
      'The last part of the web address. Leave it, and it is made from the Swedish title when you save or publish.',
    ),
    placeholder: words('vald-i-nara-relationer', 'vald-i-nara-relationer'),
  },
}
