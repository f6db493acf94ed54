import type { Option } from 'payload'

/** The same words in the admin's two languages. */
export interface Words extends Record<string, string> {
  sv: string
  en: string
}

export const words = (sv: string, en: string): Words => ({ sv, en })

/** An option of a select: the value that is stored, and what it is called. */
export const option = (value: string, sv: string, en: string): Option => ({ value, label: words(sv, en) })
