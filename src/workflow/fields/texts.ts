import type { Field } from 'payload'
import { richText } from './richText.js'
import { checkDay, checkEdtfDate } from './validateDates.js'
import { type Check, validated } from './validated.js'
import { type Words, words } from './words.js'

interface About {
  description?: Words
  placeholder?: Words
  required?: boolean
  width?: string
  /** Not shown to editors. */
  hidden?: boolean
}

const admin = ({ description, placeholder, width, hidden }: About): Omit<About, 'required'> => ({
  ...(description && { description }),
  ...(placeholder && { placeholder }),
  ...(width && { width }),
  ...(hidden && { hidden }),
})

/** One line of text that is judged by `checks` when it is not empty. */
export const checkedText = (name: string, label: Words, checks: readonly Check[], about: About = {}): Field => ({
  name,
  type: 'text',
  label,
  required: about.required ?? false,
  validate: validated(...checks),
  admin: admin(about),
})

/** A date of the precision that is known. */
export const edtfDate = (name: string, label: Words, about: About = {}, ...checks: readonly Check[]): Field =>
  checkedText(name, label, [checkEdtfDate, ...checks], { placeholder: words('2018-01-31', '2018-01-31'), ...about })

/** A calendar day. A text and not a point in time, so that no time zone can move it. */
export const day = (name: string, label: Words, about: About = {}, ...checks: readonly Check[]): Field =>
  checkedText(name, label, [checkDay, ...checks], { placeholder: words('2018-01-31', '2018-01-31'), ...about })

export const title = (label: Words = words('Rubrik', 'Title'), about: About = {}): Field => ({
  name: 'title',
  type: 'text',
  label,
  required: true,
  localized: true,
  admin: admin(about),
})

export const localizedArea = (name: string, label: Words, about: About = {}): Field => ({
  name,
  type: 'textarea',
  label,
  localized: true,
  admin: admin(about),
})

export const body: Field = {
  name: 'body',
  type: 'richText',
  label: words('Text', 'Text'),
  localized: true,
  editor: richText,
}
