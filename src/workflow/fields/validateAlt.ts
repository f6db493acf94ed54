import type { Validate } from 'payload'
import { inLanguageOf, isEmpty } from './validated.js'

/** An image says in words what it shows, or that it is decoration. Other files have a title where they are used. */
export const validateAlt: Validate<string, { decorative?: boolean; mimeType?: string }> = (value, { data, req }) => {
  const mediaType = data.mimeType ?? req.file?.mimetype ?? ''
  if (!mediaType.startsWith('image/') || data.decorative || !isEmpty(value?.trim())) return true
  return inLanguageOf(req, {
    sv: 'Beskriv bilden med några ord, eller kryssa i att den bara är dekoration.',
    en: 'Describe the image in a few words, or tick that it is decoration only.',
  })
}
