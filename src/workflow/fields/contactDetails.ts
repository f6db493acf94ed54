import type { ArrayField, Field, Validate } from 'payload'
import { weekdayOptions } from './options.js'
import { checkedText, day } from './texts.js'
import { checkPhoneNumber } from './validateNumbers.js'
import { checkCloses, checkExceptionCloses, checkOpens } from './validateTimes.js'
import { isEmpty, neededWhen, validated } from './validated.js'
import { words } from './words.js'

export const checkbox = (name: string, sv: string, en: string, description?: { sv: string; en: string }): Field => ({
  name,
  type: 'checkbox',
  label: words(sv, en),
  defaultValue: false,
  ...(description && { admin: { description: words(description.sv, description.en) } }),
})

export const phones: ArrayField = {
  name: 'phones',
  type: 'array',
  label: words('Telefon', 'Telephone'),
  labels: { singular: words('Telefonnummer', 'Telephone number'), plural: words('Telefonnummer', 'Telephone numbers') },
  fields: [
    {
      type: 'row',
      fields: [
        checkedText('number', words('Nummer att ringa', 'Number to dial'), [checkPhoneNumber], {
          required: true,
          width: '50%',
          placeholder: words('+4620505050', '+4620505050'),
          description: words(
            'Med landsnummer: 020-50 50 50 skrivs +4620505050. Kortnummer som 112 skrivs som de är.',
            'With country code: 020-50 50 50 is written +4620505050. Short numbers as 112 are written as they are.',
          ),
        }),
        checkedText('display', words('Visas som', 'Shown as'), [], {
          required: true,
          width: '50%',
          placeholder: words('020-50 50 50', '020-50 50 50'),
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        checkbox('freeOfCharge', 'Gratis att ringa', 'Free of charge'),
        checkbox('sms', 'Tar emot sms', 'Takes text messages'),
        checkbox('textPhone', 'Texttelefon', 'Text telephone'),
      ],
    },
  ],
}

const needsClosing = neededWhen(({ opens }) => !isEmpty(opens), {
  sv: 'Skriv också när ni stänger, eller lämna båda tiderna tomma.',
  en: 'Write also when you close, or leave both times empty.',
})
const closesAfterOpening = validated(checkExceptionCloses)

const bothOrNeither: Validate<string> = (value, options) =>
  isEmpty(value) ? needsClosing(value, options) : closesAfterOpening(value, options)

const exceptionCloses: Field = {
  name: 'closes',
  type: 'text',
  label: words('Stänger', 'Closes'),
  admin: { width: '25%' },
  validate: bothOrNeither,
}

const isOpenAtTimes = (data: Partial<Record<string, unknown>>): boolean => data['alwaysOpen'] !== true

export const openingHours: Field[] = [
  checkbox('alwaysOpen', 'Öppet dygnet runt, alla dagar', 'Open around the clock, every day'),
  {
    name: 'weekly',
    type: 'array',
    label: words('Öppettider', 'Opening hours'),
    labels: { singular: words('Öppettid', 'Opening hours'), plural: words('Öppettider', 'Opening hours') },
    admin: { condition: isOpenAtTimes },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'days',
            type: 'select',
            hasMany: true,
            label: words('Dagar', 'Days'),
            required: true,
            options: weekdayOptions,
            admin: { width: '50%' },
          },
          checkedText('opens', words('Öppnar', 'Opens'), [checkOpens], {
            required: true,
            width: '25%',
            placeholder: words('08:30', '08:30'),
          }),
          checkedText('closes', words('Stänger', 'Closes'), [checkCloses], {
            required: true,
            width: '25%',
            placeholder: words('16:30', '16:30'),
          }),
        ],
      },
    ],
  },
  {
    name: 'exceptions',
    type: 'array',
    label: words('Dagar som avviker', 'Days that differ'),
    labels: {
      singular: words('Avvikande dag', 'Day that differs'),
      plural: words('Avvikande dagar', 'Days that differ'),
    },
    admin: {
      description: words(
        'Lämna tiderna tomma när det är stängt.',
        'Leave the times empty for a day when you are closed.',
      ),
    },
    fields: [
      {
        type: 'row',
        fields: [
          day('date', words('Datum', 'Date'), { required: true, width: '50%' }),
          checkedText('opens', words('Öppnar', 'Opens'), [checkOpens], { width: '25%' }),
          exceptionCloses,
        ],
      },
    ],
  },
  {
    name: 'hoursNote',
    type: 'textarea',
    label: words('Mer om öppettiderna', 'More about the opening hours'),
    localized: true,
  },
]
