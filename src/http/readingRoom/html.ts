import { escapeHtml } from '../../delivery/richText/html.js'
import type { Speech } from '../../delivery/speech.js'

/** Markup that may be sent as it is: made by `html`, or vouched for by `trusted`. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | string | number | null | undefined | false | readonly Value[]

/**
 * Markup with values in it: text is escaped, whatever it says, and markup stays. Attributes are always written in
 * double quotes, where an escaped text cannot end them. Nothing is written for null, undefined and false.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0]!
  for (const [index, value] of values.entries()) text += written(value) + parts[index + 1]!
  return new Html(text)
}

/** Markup that was escaped where it was made, as the html of a rich text. */
export const trusted = (text: string): Html => new Html(text)

const nothing = trusted('')

/** An attribute without a value, where it holds. */
export const flag = (name: 'selected' | 'open', holds: boolean): Html => (holds ? trusted(` ${name}`) : nothing)

/** Says in which language something is, where that is not the page's. */
export const langOf = (language: string | null, speech: Speech): Html =>
  language === null || language === speech ? nothing : trusted(` lang="${escapeHtml(language)}"`)

/** What an editor wrote for nobody's translation: names, reasons, notes. */
export const inSwedish = (text: string | null, speech: Speech): Html =>
  text === null ? nothing : html`<span${langOf('sv', speech)}>${text}</span>`

function written(value: Value): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return (value as readonly Value[]).map(written).join('')
  return value === null || value === undefined || value === false ? '' : escapeHtml(String(value))
}
