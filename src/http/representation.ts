import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Answer, Representation } from '../delivery/cache/answer.js'
import type { Coding } from './coding.js'
import { surrogateKeys } from './surrogateKeys.js'

const compress: Record<Exclude<Coding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
}
/** Below this the head of an answer outweighs what compressing saves. */
const SMALL = 1_000

/** An answer in one coding, with all of its head that does not change: made once, at once where nothing is compressed. */
export function representationOf(answer: Answer, wanted: Coding): Representation | Promise<Representation> {
  const coding = answer.body.length < SMALL ? 'identity' : wanted
  const known = answer.sent.get(coding)
  if (known) return known
  if (coding === 'identity') return keep(answer, coding, answer.body)
  const making = compress[coding](answer.body).then((bytes) => keep(answer, coding, bytes))
  // Who asks meanwhile waits for the same.
  answer.sent.set(coding, making)
  making.catch(() => answer.sent.delete(coding))
  return making
}

function keep(answer: Answer, coding: Coding, bytes: Buffer): Representation {
  // Each representation has a tag of its own, since the tag promises the same bytes.
  const tag = hash('sha256', answer.body, 'base64url').slice(0, 27)
  const etag = `"${tag}${coding === 'identity' ? '' : `-${coding}`}"`
  const keys = surrogateKeys(answer.tags)
  // Whether a page may read it depends on the page's origin, and a cache in front of us keeps one answer for each.
  const vary = answer.body.length < SMALL ? 'Accept, Origin' : 'Accept, Accept-Encoding, Origin'
  const head = ['ETag', etag, 'Vary', vary, 'X-Content-Type-Options', 'nosniff', ...answer.own]
  if (keys.length > 0) head.push('Surrogate-Key', keys.join(' '), 'Cache-Tag', keys.join(','))
  if (coding !== 'identity') head.push('Content-Encoding', coding)
  const representation = { bytes, etag, head }
  answer.sent.set(coding, representation)
  return representation
}
