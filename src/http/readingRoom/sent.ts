import { ServiceError } from '../../errors.js'
import { ROOT, type Place, type Speech } from './addresses.js'
import { checkPage } from './checkPage.js'
import { comparePage } from './comparePage.js'
import { documentPage } from './document/documentPage.js'
import { findPage } from './find/findPage.js'
import { framed } from './layout.js'
import { mapOfPages } from './mapOfPages.js'
import { faultPage, missingPage } from './messages.js'
import { recordPage } from './recordPage.js'
import { recordPart } from './recordPart.js'
import { tracksPage } from './tracksPage.js'
import type { Bytes, Page, Visit } from './visit.js'

/** A page as it goes out. */
interface Sent {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * What was foreseen is told on a page of the room, in its language; all else is for who stands outside.
 *
 * @param report told of what cannot be answered for the moment
 */
export async function sentFor(place: Place, visit: Visit, report: (error: unknown) => void): Promise<Sent> {
  try {
    const made = await pageAt(place, visit)
    return 'bytes' in made ? sentBytes(made) : sentPage(made, visit)
  } catch (error) {
    if (!(error instanceof ServiceError) || (error.status >= 500 && error.status !== 503)) throw error
    if (error.status === 503) report(error)
    return sentPage(faultPage(error, visit.speech), visit, error.status)
  }
}

function pageAt(place: Place, visit: Visit): Page | Bytes | Promise<Page | Bytes> {
  switch (place.page) {
    case 'find':
      return findPage(visit)
    case 'document':
      return documentPage(visit, place.id)
    case 'record':
      return recordPage(visit, place.id)
    case 'part':
      return recordPart(visit, place.id, place.part)
    case 'compare':
      return comparePage(visit)
    case 'tracks':
      return tracksPage(visit)
    case 'check':
      return checkPage(visit)
    case 'map':
      return mapOfPages(visit, place.part)
    case 'missing':
      return missingPage(visit.speech)
  }
}

const sentBytes = ({ mediaType, bytes }: Bytes): Sent => ({
  status: 200,
  headers: { 'content-type': mediaType, 'X-Robots-Tag': 'noindex' },
  body: bytes,
})

function sentPage(page: Page, visit: Visit, status: number = page.status ?? 200): Sent {
  const { speech, path, asked } = visit
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'Content-Language': speech,
    'Content-Security-Policy': policyOf(page),
    'Referrer-Policy': 'no-referrer',
    ...(page.indexed !== true || status !== 200 ? { 'X-Robots-Tag': 'noindex' } : {}),
    ...page.headers,
  }
  return { status, headers, body: framed(page, { speech, otherAddress: inOther(path, asked, speech) }) }
}

/** Nothing runs but the exit of a sensitive page, from a file of ours. */
const policyOf = ({ sensitive }: Page): string =>
  `default-src 'none'; style-src 'self'; img-src 'self'; ${sensitive ? "script-src 'self'; " : ''}form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

function inOther(path: string, asked: ReadonlyMap<string, string>, speech: Speech): string {
  const rest = path.slice(ROOT[speech].length)
  const query = new URLSearchParams([...asked]).toString()
  return ROOT[speech === 'sv' ? 'en' : 'sv'] + rest + (query === '' ? '' : `?${query}`)
}
