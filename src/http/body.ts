import type { IncomingMessage } from 'node:http'

/** Bytes of a query with its variables. */
const MAX_BODY = 100_000

/** The body of a request as text; undefined where it is larger than anybody needs. Rejects where the reader goes away. */
export function bodyOf(req: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    req.on('data', (part: Buffer) => {
      size += part.length
      if (size <= MAX_BODY) parts.push(part)
      else resolve(undefined)
    })
    req.on('end', () => resolve((parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString('utf8')))
    req.on('error', reject)
    req.on('close', () => {
      if (!req.complete) reject(new Error('the reader has gone'))
    })
  })
}

export const tooLarge = JSON.stringify({
  errors: [
    {
      message: `The query is too large: ${MAX_BODY} bytes at most.`,
      extensions: { code: 'TOO_LARGE', sv: `Frågan är för stor: högst ${MAX_BODY} byte.` },
    },
  ],
})
