import type { LanguageCode } from '../../../vocabulary.js'
import type { Speech } from '../addresses.js'
import { flag, html, langOf, type Html } from '../html.js'
import type { Visit } from '../visit.js'

export interface Option {
  value: string
  name: string
  /** Where that is not the page's. */
  language?: LanguageCode
}

interface TextOptions {
  hint?: string
  fault?: string
  isNumber?: boolean
}

/** The fields of a form, with what was asked in them, hints and faults. */
export function fieldsFor(speech: Speech, asked: Visit['asked'], faults: ReadonlySet<string>) {
  const described = (name: string, hint: string | undefined, fault: string | undefined): Html[] => [
    ...(hint === undefined ? [] : [html`<span class="hint" id="${name}-hint">${hint}</span>`]),
    ...(faults.has(name) && fault !== undefined ? [html`<span class="fault" id="${name}-fault">${fault}</span>`] : []),
  ]
  const relation = (name: string, hint: string | undefined): Html | false => {
    const ids = [hint !== undefined && `${name}-hint`, faults.has(name) && `${name}-fault`].filter((id) => id !== false)
    return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`
  }
  const invalid = (name: string): Html | false => faults.has(name) && html` aria-invalid="true"`
  return {
    text: (name: string, label: string, { hint, fault, isNumber = false }: TextOptions = {}): Html =>
      html`<div class="field">
        <label for="${name}">${label}</label>${described(name, hint, fault)}
        <input
          id="${name}"
          name="${name}"
          value="${asked.get(name) ?? ''}"
          maxlength="200"
          autocomplete="off"
          ${isNumber && html` inputmode="numeric"`}${relation(name, hint)}${invalid(name)}
        />
      </div>`,
    choice: (name: string, label: string, any: string, options: readonly Option[], fault: string): Html =>
      html`<div class="field">
        <label for="${name}">${label}</label>${described(name, undefined, fault)}
        <select id="${name}" name="${name}" ${relation(name, undefined)}${invalid(name)}>
          <option value="">${any}</option>
          ${options.map(
            (one) =>
              html`<option
                value="${one.value}"
                ${flag('selected', asked.get(name) === one.value)}${langOf(one.language ?? null, speech)}
              >
                ${one.name}
              </option>`,
          )}
        </select>
      </div>`,
  }
}
