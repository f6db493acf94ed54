import { throughBefore } from '../../../archive/pure/edtf.js'
import type { Contents, Decision } from '../../../archive/pure/model.js'
import { both, type Speech } from '../addresses.js'
import { html, inSwedish, type Html } from '../html.js'
import { dateIn } from '../words.js'

type Facts = Contents['edition']['facts']

const words = both({
  sv: { diary: 'Diarienummer', until: (day: string) => `till och med ${day}`, onwards: 'tills vidare' },
  en: { diary: 'Diary number', until: (day: string) => `through ${day}`, onwards: 'until further notice' },
})

export function decisionIn(speech: Speech, { body, date, diaryNumber }: Decision): Html {
  const say = words[speech]
  return html`${inSwedish(body, speech)}${date && `, ${dateIn(speech, date)}`}${
    diaryNumber && html`. ${say.diary} <span class="mono">${diaryNumber}</span>`
  }`
}

export function prolongationIn(speech: Speech, { until, decision }: Facts['prolongations'][number]): Html {
  const say = words[speech]
  const period = until === null ? say.onwards : say.until(dateIn(speech, throughBefore(until)))
  return html`${period}${decision && html` (${decisionIn(speech, decision)})`}`
}

export const repealIn = (speech: Speech, { from, decision }: NonNullable<Facts['repeal']>): Html =>
  html`${dateIn(speech, from)}${decision && html` (${decisionIn(speech, decision)})`}`
