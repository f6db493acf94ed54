import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Answer, Representation } from '../delivery/cache/byteCache.js'
import type { Coding } from './coding.js'

const compress: Record<Exclude<Coding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
}
/** Below this the head of an answer outweighs what compressing saves. */
const SMALL = 1_000
/** Characters that the keys of a cache in front of us may take; a longer head is refused by some. */
const MOST_KEYS = 4_000

/** An answer in one coding, with all of its head that does not change: made once, at once where nothing is compressed. */
export function representationOf(answer: Answer, wanted: Coding): Representation | Promise<Representation> {
  const coding = answer.body.length < SMALL ? 'identity' : wanted
  const known = answer.sent.get(coding)
  if (known) return known
  if (coding === 'identity') return keep(answer, coding, answer.body)
  return compress[coding](answer.body).then((bytes) => keep(answer, coding, bytes))
}

function keep(answer: Answer, coding: Coding, bytes: Buffer): Representation {
  // Each representation has a tag of its own, since the tag promises the same bytes.
  const tag = hash('sha256', answer.body, 'base64url').slice(0, 27)
  const etag = `"${tag}${coding === 'identity' ? '' : `-${coding}`}"`
  const keys = surrogateKeys(answer.tags)
  // Whether a page may read it depends on the page's origin, and a cache in front of us keeps one answer for each.
  const vary = answer.body.length < SMALL ? 'Accept, Origin' : 'Accept, Accept-Encoding, Origin'
  const head = ['ETag', etag, 'Vary', vary, 'X-Content-Type-Options', 'nosniff', ...answer.own]
  head.push('Surrogate-Key', keys.join(' '), 'Cache-Tag', keys.join(','))
  if (coding !== 'identity') head.push('Content-Encoding', coding)
  const representation = { bytes, etag, head }
  answer.sent.set(coding, representation)
  return representation
}

/**
 * By what a cache in front of us can drop an answer: the documents and lists that were read. An answer made from more
 * than fits carries `many` for those that are left out: who purges by key purges that too.
 */
function surrogateKeys(tags: ReadonlySet<string>): string[] {
  // Lists come first: they are few, and what enters a list is in no answer yet.
  const [lists, documents]: [string[], string[]] = [[], []]
  for (const tag of tags) {
    if (!isPlain(tag)) continue
    if (isDocument(tag)) documents.push(tag)
    else lists.push(tag)
  }
  const keys = [...lists, ...documents]
  let length = 0
  const fitting = keys.findIndex((key) => (length += key.length + 1) > MOST_KEYS)
  return fitting === -1 ? keys : [...keys.slice(0, fitting), 'many']
}

const isDocument = (key: string): boolean => key.startsWith('document/')

/** What was asked for by a name that no document can have stays what it is: there is nothing to purge it by. */
const isPlain = (key: string): boolean => /^[\w/-]+$/.test(key)
