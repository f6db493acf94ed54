import type { CollectionBeforeOperationHook } from 'payload'
import { ServiceError } from '../../errors.js'
import { DEFAULT_LANGUAGE, languages } from '../../vocabulary.js'

/**
 * A request that names no language means Swedish, and one that names an unknown language is refused. Payload minds this
 * only where languages fall back on each other (3.90.2); here they do not, and it would drop every text of such a
 * request without a word.
 */
export const speakSwedishByDefault: CollectionBeforeOperationHook = ({ args, req }) => {
  if (!req.locale) req.locale = DEFAULT_LANGUAGE
  const { locale } = req
  if (locale === 'all' || languages.some((language) => language === locale)) return args
  throw new ServiceError('BAD_INPUT', {
    sv: `Språket ”${locale}” finns inte här. Välj något av ${languages.join(', ')}.`,
    en: `There is no language “${locale}” here. Choose one of ${languages.join(', ')}.`,
  })
}
