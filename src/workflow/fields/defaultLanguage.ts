import type { CollectionBeforeOperationHook } from 'payload'
import { DEFAULT_LANGUAGE, languages } from '../../vocabulary.js'

/**
 * A request that names no language means Swedish. Payload fills that in only where languages fall back on each other
 * (3.90.2); here they do not, and it would drop every text of such a request without a word.
 */
export const speakSwedishByDefault: CollectionBeforeOperationHook = ({ args, req }) => {
  const isKnown = req.locale === 'all' || languages.some((language) => language === req.locale)
  if (!isKnown) req.locale = DEFAULT_LANGUAGE
  return args
}
