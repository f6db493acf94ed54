import type { FileChange, PartyChange } from '../../archive/pure/diff/model.js'
import type { Party } from '../../archive/pure/model.js'
import { dateIn, partyKinds } from '../closedWords.js'
import { escapeHtml as text } from '../richText/html.js'
import type { Speech } from '../speech.js'
import { fileChanges, labels, partyChanges } from './labels.js'
import { written } from './values.js'

const list = (items: readonly string[]): string => `<ul>${items.join('')}</ul>`

/** Names are in the language of those who bear them. */
const named = (before: string | undefined, after: string | undefined, speech: Speech): string =>
  [before, after]
    .filter((name, place) => name !== undefined && (place === 0 || name !== before))
    .map((name) => written(name!, 'sv', speech))
    .join(' → ')

/** The parties that came, went, or are told of in another way: with what is another. */
export function partiesHtml(parties: readonly PartyChange[], speech: Speech): string {
  const changed = parties.filter(({ change }) => change !== 'SAME')
  return list(
    changed.map(({ change, before, after }) => {
      const details = before && after ? detailsOf(before, after, speech) : []
      return `<li>${text(partyChanges[speech][change])}: ${named(before?.name, after?.name, speech)}${details.length > 0 ? list(details) : ''}</li>`
    }),
  )
}

const DETAILS = ['organisationNumber', 'kind', 'role', 'adoptedOn', 'diaryNumber'] as const

function detailsOf(before: Party, after: Party, speech: Speech): string[] {
  const value = (party: Party, detail: (typeof DETAILS)[number]): string => {
    const one = party[detail]
    if (one === null) return '–'
    if (detail === 'kind') return text(partyKinds[speech][party.kind])
    return detail === 'adoptedOn' ? text(dateIn(speech, one)) : written(one, 'sv', speech)
  }
  return DETAILS.filter((detail) => before[detail] !== after[detail]).map(
    (detail) => `<li>${text(labels[speech].party[detail])}: ${value(before, detail)} → ${value(after, detail)}</li>`,
  )
}

export function filesHtml(files: readonly FileChange[], speech: Speech): string {
  const changed = files.filter(({ change }) => change !== 'SAME')
  return list(
    changed.map(({ change, before, after }) => {
      const isDescribed = change === 'RENAMED' && before?.name === after?.name
      return `<li>${text(fileChanges[speech][isDescribed ? 'DESCRIBED' : change])}: ${named(before?.name, after?.name, speech)}</li>`
    }),
  )
}
