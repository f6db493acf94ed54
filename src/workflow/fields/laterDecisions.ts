import type { Field } from 'payload'
import { diaryNumber } from './edition.js'
import { checkedText, edtfDate } from './texts.js'
import { words, type Words } from './words.js'

/** A decision that changed how long an edition is valid: made by the buttons Förläng and Upphäv, and only shown here. */
const laterDecision = (name: string, label: Words): Field[] => [
  edtfDate(name, label, { width: '30%' }),
  checkedText('body', words('Beslutades av', 'Decided by'), [], { width: '30%' }),
  edtfDate('date', words('Datum', 'Date'), { width: '20%' }),
  diaryNumber('20%'),
]

const byButtonsOnly = { create: () => false, update: () => false }

export const prolongations: Field = {
  name: 'prolongations',
  type: 'array',
  label: words('Förlängningar', 'Prolongations'),
  labels: { singular: words('Förlängning', 'Prolongation'), plural: words('Förlängningar', 'Prolongations') },
  access: byButtonsOnly,
  hooks: { beforeDuplicate: [() => []] },
  admin: {
    readOnly: true,
    initCollapsed: true,
    condition: (data) => Array.isArray(data?.['prolongations']) && data['prolongations'].length > 0,
    description: words('Görs med knappen Förläng.', 'Made by the button Prolong.'),
  },
  fields: [{ type: 'row', fields: laterDecision('validThrough', words('Till och med', 'Through')) }],
}

export const repeal: Field = {
  name: 'repeal',
  type: 'group',
  label: words('Upphävd', 'Repealed'),
  access: byButtonsOnly,
  admin: {
    readOnly: true,
    condition: (data) => Boolean((data?.['repeal'] as { from?: unknown } | undefined)?.from),
    description: words('Görs med knappen Upphäv.', 'Made by the button Repeal.'),
  },
  fields: [{ type: 'row', fields: laterDecision('from', words('Från och med', 'From')) }],
}
