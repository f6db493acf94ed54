import type { Message } from '../../errors.js'
import { earliest, latest, latestEnd, throughBefore } from './edtf.js'
import type { EdtfDate } from './model.js'
import type { Certainty, EditionValidity, ResolutionState } from './validity.js'
import { formatEnglish, formatSwedish } from './stockholm.js'

interface Explained {
  state: ResolutionState
  certainty: Certainty
  day: string
  /** Of what lies before it the sentence speaks in the past. */
  today: string
  editions: readonly EditionValidity[]
  previous: EditionValidity | null
  next: EditionValidity | null
}

/** One plain sentence that tells a citizen what the answer means. */
export function explain({ state, certainty, day, today, editions, previous, next }: Explained): Message {
  const sv = formatSwedish(day)
  const en = formatEnglish(day)
  const [applies, is] = day < today ? ['gällde', 'was'] : ['gäller', 'is']
  switch (state) {
    case 'IN_FORCE': {
      const named = (sealed: string): string[] => editions.map(({ label }) => label ?? sealed)
      const [labelsSv, labelsEn] = [named(SEALED.sv), named(SEALED.en)]
      if (certainty === 'POSSIBLE')
        return {
          sv: `Den ${sv} kan utgåvan ${listed(labelsSv, 'eller')} ha gällt; dagen då den började eller slutade gälla är inte känd.`,
          en: `On ${en} the edition ${listed(labelsEn, 'or')} may have been in force; the exact day of its beginning or end is not known.`,
        }
      return {
        sv: `Den ${sv} ${applies} utgåvan ${listed(labelsSv, 'och')}.`,
        en: `On ${en} the edition ${listed(labelsEn, 'and')} ${is} in force.`,
      }
    }
    case 'GAP':
      return {
        sv: `Den ${sv} ${applies} ingen utgåva: ${endSv(previous)} och ${beginSv(next, today)}.`,
        en: `On ${en} no edition ${is} in force: ${endEn(previous)} and ${beginEn(next, today)}.`,
      }
    case 'AFTER_LAST':
      return {
        sv: `Den ${sv} ${applies} ingen utgåva: ${endSv(previous)}, och ingen senare är känd.`,
        en: `On ${en} no edition ${is} in force: ${endEn(previous)}, and no later one is known.`,
      }
    case 'BEFORE_FIRST':
      return {
        sv: `Den ${sv} ${applies} ännu ingen utgåva: ${beginSv(next, today)}.`,
        en: `On ${en} no edition ${is} in force yet: ${beginEn(next, today)}.`,
      }
    case 'NOT_KNOWN_YET':
      return {
        sv: 'Vid den tidpunkten fanns ingen utgåva i det här arkivet. Uppgifter om tidigare publicering kan finnas.',
        en: 'At that moment this archive knew no edition. There may be evidence of an earlier publication elsewhere.',
      }
  }
}

const SEALED: Message = { sv: 'som är spärrad', en: 'that is sealed' }

const listed = (labels: readonly string[], and: string): string => labels.join(` ${and} `)
const endSv = (edition: EditionValidity | null): string => {
  if (!edition) return ''
  const name = `utgåvan ${edition.label ?? SEALED.sv}`
  if (isRepealed(edition)) return `${name} upphävdes från och med ${formatSwedish(edition.repealedFrom)}`
  return edition.validUntil
    ? `${name} gällde till och med ${formatSwedish(throughBefore(edition.validUntil))}`
    : `${name} gällde`
}
const beginSv = (edition: EditionValidity | null, today: string): string =>
  edition
    ? `utgåvan ${edition.label ?? SEALED.sv} ${hasBegun(edition, today) ? 'gällde' : 'gäller'} från och med ${formatSwedish(edition.validFrom)}`
    : ''
const hasBegun = ({ validFrom }: EditionValidity, today: string): boolean => latest(validFrom) <= today
const endEn = (edition: EditionValidity | null): string => {
  if (!edition) return ''
  const name = `the edition ${edition.label ?? SEALED.en}`
  if (isRepealed(edition)) return `${name} was repealed from ${formatEnglish(edition.repealedFrom)}`
  return edition.validUntil
    ? `${name} applied through ${formatEnglish(throughBefore(edition.validUntil))}`
    : `${name} applied`
}
/** Whether it was a repeal that ended it, and not its own last day. */
const isRepealed = (edition: EditionValidity): edition is EditionValidity & { repealedFrom: EdtfDate } =>
  edition.repealedFrom !== null && earliest(edition.repealedFrom) < latestEnd(edition.validUntil)
const beginEn = (edition: EditionValidity | null, today: string): string =>
  edition
    ? `the edition ${edition.label ?? SEALED.en} ${hasBegun(edition, today) ? 'applied' : 'applies'} from ${formatEnglish(edition.validFrom)}`
    : ''
