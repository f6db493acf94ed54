import { blocksFromLexical } from '../../archive/pure/blocks.js'
import type { Block, Contents, ImageRef } from '../../archive/pure/model.js'
import { languageNames, type DocumentKind, type LanguageCode } from '../../vocabulary.js'
import { inLanguage, required, textIn, type References, type Row } from './row.js'

type TextsOf = {
  [K in DocumentKind]: (row: Row, language: LanguageCode, references: References) => Contents[K]['texts']
}

/**
 * What a reader of one language reads. The title is what a language cannot be released without.
 *
 * @throws ServiceError BAD_INPUT naming the field and the language that lack a text.
 */
export const textsOf: TextsOf = {
  topic: (row, language, references) => ({
    title: title(row, 'title', language),
    neutralTitle: row['sensitive'] === true ? textIn(row['neutralTitle'], language) : null,
    intro: textIn(row['intro'], language),
    body: body(row, language, references),
  }),
  strategy: (row, language) => ({
    title: title(row, 'title', language),
    summary: textIn(row['summary'], language),
    revisionNote: row['underRevision'] === true ? textIn(row['revisionNote'], language) : null,
  }),
  edition: (row, language, references) => ({
    title: title(row, 'title', language),
    body: body(row, language, references),
  }),
  news: (row, language, references) => ({
    title: title(row, 'title', language),
    lead: textIn(row['lead'], language),
    body: body(row, language, references),
  }),
  contact: (row, language) => ({
    name: title(row, 'name', language),
    note: textIn(row['note'], language),
    hoursNote: textIn(row['hoursNote'], language),
  }),
}

const body = (row: Row, language: LanguageCode, references: References): Block[] =>
  blocksFromLexical(inLanguage(row['body'], language), imagesIn(language, references))

/** A picture inside a text has its alternative text in the language of that text, and in no other. */
const imagesIn = (language: LanguageCode, { images }: References): Map<string, ImageRef> =>
  new Map([...images].map(([id, image]) => [id, { ...image, alt: altIn(language, image.alt) }]))

const altIn = (language: LanguageCode, alt: ImageRef['alt']): ImageRef['alt'] => {
  if (alt === null) return null
  const own = alt[language]
  return own === undefined ? {} : { [language]: own }
}

const title = (row: Row, field: string, language: LanguageCode): string =>
  required(textIn(row[field], language), field, {
    sv: `${field === 'name' ? 'namnet' : 'rubriken'} på ${languageNames[language].sv.toLowerCase()}`,
    en: `the ${field} in ${languageNames[language].en}`,
  })
