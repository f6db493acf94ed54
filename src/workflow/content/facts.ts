import { untilAfter } from '../../archive/pure/edtf.js'
import type { Contents } from '../../archive/pure/model.js'
import type { DocumentKind } from '../../vocabulary.js'
import { contactFacts } from './contactFacts.js'
import { editionFacts } from './editionFacts.js'
import { group, idOf, idsOf, is, oneOf, text, type References, type Row } from './row.js'

type FactsOf = { [K in DocumentKind]: (row: Row, references: References) => Contents[K]['facts'] }

/** What is the same in every language. */
export const factsOf: FactsOf = {
  topic: (row) => ({
    contacts: idsOf(row['contacts']),
    sensitive: is(row['sensitive']),
    quickExitUrl: is(row['sensitive']) ? text(row['quickExitUrl']) : null,
  }),
  strategy: (row) => {
    const followedUpBy = group(row['followedUpBy'])
    const body = text(followedUpBy['body'])
    return {
      topics: idsOf(row['topics']),
      underRevision: is(row['underRevision']),
      followedUpBy: body === null ? null : { body, contact: idOf(followedUpBy['contact']) },
    }
  },
  edition: (row, references) => editionFacts(row, references, untilAfter),
  news: (row, references) => ({
    topics: idsOf(row['topics']),
    image: references.images.get(idOf(row['image']) ?? '') ?? null,
    importance: oneOf(row['importance'], ['ordinary', 'important', 'crisis'], 'ordinary'),
    shownUntil: text(row['shownUntil']),
    originallyPublished: text(row['originallyPublished']),
    related: idsOf(row['related']),
  }),
  contact: contactFacts,
}
