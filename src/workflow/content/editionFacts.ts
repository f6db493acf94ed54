import type { Contents, EdtfDate, Party } from '../../archive/pure/model.js'
import { languages, type LanguageCode } from '../../vocabulary.js'
import { group, idOf, idsOf, oneOf, required, rowsOf, text, textIn, type References, type Row } from './row.js'

type EditionFacts = Contents['edition']['facts']

const partyKinds: readonly Party['kind'][] = [
  'county-board',
  'police',
  'prosecutor',
  'prison-service',
  'region',
  'municipality',
  'association',
  'authority',
  'other',
]

/** @param untilAfter turns the inclusive last day of the form into the exclusive end that the archive keeps */
export function editionFacts(
  row: Row,
  references: References,
  untilAfter: (through: EdtfDate) => EdtfDate,
): EditionFacts {
  const endOf = (through: EdtfDate | null): EdtfDate | null => (through === null ? null : untilAfter(through))
  const prolongations = rowsOf(row['prolongations']).map((one) => ({
    until: endOf(text(one['validThrough'])),
    decision: decisionOf(one),
  }))
  const repeal = group(row['repeal'])
  const repealedFrom = text(repeal['from'])
  const last = prolongations.at(-1)
  return {
    strategy: required(idOf(row['strategy']), 'strategy', { sv: 'strategin', en: 'the strategy' }),
    number: required(typeof row['number'] === 'number' ? row['number'] : null, 'number', {
      sv: 'utgåvans nummer',
      en: 'the number of the edition',
    }),
    label: required(text(row['label']), 'label', { sv: 'utgåvans beteckning', en: 'the label of the edition' }),
    decision: decisionOf(group(row['decision'])),
    validFrom: required(text(row['validFrom']), 'validFrom', {
      sv: 'när utgåvan börjar gälla',
      en: 'when the edition enters into force',
    }),
    validUntil: last ? last.until : endOf(text(row['validThrough'])),
    prolongations,
    repeal: repealedFrom === null ? null : { from: repealedFrom, decision: decisionOf(repeal) },
    parties: rowsOf(row['parties']).map(partyOf),
    documents: rowsOf(row['documents']).flatMap((one) => documentOf(one, references)),
    supersedes: idsOf(row['supersedes']),
    supersedesInPart: rowsOf(row['supersedesInPart']).flatMap((one) => {
      const edition = idOf(one['edition'])
      return edition === null ? [] : [{ edition, part: text(one['part']) ?? '' }]
    }),
    priorPublication: rowsOf(row['priorPublication']).flatMap((one) => {
      const date = text(one['date'])
      return date === null ? [] : [{ date, url: text(one['url']), note: text(one['note']) }]
    }),
  }
}

function decisionOf(decision: Row): EditionFacts['decision'] {
  const body = text(decision['body'])
  return body === null ? null : { body, date: text(decision['date']), diaryNumber: text(decision['diaryNumber']) }
}

const partyOf = (party: Row): Party => ({
  name: text(party['name']) ?? '',
  organisationNumber: text(party['organisationNumber']),
  kind: oneOf(party['kind'], partyKinds, 'other'),
  role: text(party['role']),
  adoptedOn: text(party['adoptedOn']),
  diaryNumber: text(party['diaryNumber']),
})

function documentOf(one: Row, references: References): EditionFacts['documents'] {
  const file = references.files.get(idOf(one['file']) ?? '')
  if (!file) return []
  const titles = languages.flatMap((language): [LanguageCode, string][] => {
    const title = textIn(one['title'], language)
    return title === null ? [] : [[language, title]]
  })
  return [{ ...file, title: Object.fromEntries(titles) }]
}
