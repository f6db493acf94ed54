import type { Field } from 'payload'
import { choiceAmong, otherReadableOptions } from '../../access/options.js'
import { partyKindOptions } from './options.js'
import { checkedText, edtfDate } from './texts.js'
import { checkNotBefore } from './validateDates.js'
import { checkDiaryNumber, checkOrganisationNumber } from './validateNumbers.js'
import { words } from './words.js'

export const diaryNumber = (width: string): Field =>
  checkedText('diaryNumber', words('Diarienummer', 'Diary number'), [checkDiaryNumber], {
    width,
    placeholder: words('801-1234-2013', '801-1234-2013'),
  })

export const decision: Field = {
  name: 'decision',
  type: 'group',
  label: words('Beslut', 'Decision'),
  fields: [
    {
      type: 'row',
      fields: [
        checkedText('body', words('Beslutades av', 'Decided by'), [], {
          width: '40%',
          placeholder: words('Länsstyrelsen Västernorrland', 'Länsstyrelsen Västernorrland'),
        }),
        edtfDate('date', words('Datum', 'Date'), { width: '30%' }),
        diaryNumber('30%'),
      ],
    },
  ],
}

export const validity: Field = {
  type: 'row',
  fields: [
    edtfDate('validFrom', words('Gäller från', 'Valid from'), { required: true, width: '50%' }),
    edtfDate(
      'validThrough',
      words('Gäller till och med', 'Valid through'),
      {
        width: '50%',
        placeholder: words('2021', '2021'),
        description: words(
          'Sista dagen, månaden eller året. Lämna tomt om utgåvan gäller tills vidare.',
          'The last day, month or year. Leave it empty if the edition is valid until further notice.',
        ),
      },
      checkNotBefore('validFrom', { sv: 'Gäller från', en: 'Valid from' }),
    ),
  ],
}

export const supersedes: Field = {
  name: 'supersedes',
  type: 'relationship',
  relationTo: 'editions',
  hasMany: true,
  label: words('Ersätter', 'Supersedes'),
  ...choiceAmong(otherReadableOptions),
  admin: {
    description: words(
      'De utgåvor som slutar gälla när den här börjar gälla.',
      'The editions that cease to be valid when this one begins.',
    ),
  },
}

export const supersedesInPart: Field = {
  name: 'supersedesInPart',
  type: 'array',
  label: words('Ersätter delvis', 'Supersedes in part'),
  labels: { singular: words('Del', 'Part'), plural: words('Delar', 'Parts') },
  admin: {
    initCollapsed: true,
    description: words(
      'Utgåvor som fortsätter att gälla, utom i den del som den här ersätter.',
      'Editions that stay valid, but for the part that this one replaces.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'edition',
          type: 'relationship',
          relationTo: 'editions',
          required: true,
          label: words('Utgåva', 'Edition'),
          ...choiceAmong(otherReadableOptions),
          admin: { width: '50%' },
        },
        checkedText('part', words('Vilken del', 'Which part'), [], {
          required: true,
          width: '50%',
          placeholder: words('Kapitel 3, Skyddat boende', 'Chapter 3, Sheltered housing'),
        }),
      ],
    },
  ],
}

export const parties: Field = {
  name: 'parties',
  type: 'array',
  label: words('Parter', 'Parties'),
  labels: { singular: words('Part', 'Party'), plural: words('Parter', 'Parties') },
  admin: {
    description: words(
      'De som antog utgåvan, med det namn de hade då. Ändra inte namnet om myndigheten senare bytt namn.',
      'Those who adopted the edition, by the name they had then. Keep it even if the authority was renamed later.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        checkedText('name', words('Namn när utgåvan antogs', 'Name at the time'), [], { required: true, width: '50%' }),
        {
          name: 'kind',
          type: 'select',
          label: words('Slag', 'Kind'),
          required: true,
          defaultValue: 'authority',
          options: partyKindOptions,
          admin: { width: '25%' },
        },
        checkedText(
          'organisationNumber',
          words('Organisationsnummer', 'Organisation number'),
          [checkOrganisationNumber],
          {
            width: '25%',
            placeholder: words('202100-2247', '202100-2247'),
          },
        ),
      ],
    },
    {
      type: 'row',
      fields: [
        checkedText('role', words('Uppgift i arbetet', 'Part in the work'), [], { width: '40%' }),
        edtfDate('adoptedOn', words('Antog utgåvan', 'Adopted on'), { width: '30%' }),
        diaryNumber('30%'),
      ],
    },
  ],
}
