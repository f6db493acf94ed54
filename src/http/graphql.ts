import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Delivery } from '../delivery/delivery.js'

/** Bytes of a query with its variables. */
const MAX_BODY = 100_000

/** `/graphql`: an explorer for people's browsers, answers for everybody else. */
export function graphqlRoute(delivery: Delivery, log: Logger): RequestHandler {
  let explorer: string | undefined
  return async (req, res) => {
    const requestId = String(res.locals['requestId'])
    if (wantsExplorer(req)) {
      explorer ??= renderGraphiQL({ title: 'Länskällan – GraphQL', defaultQuery: firstQuery, endpoint: '/graphql' })
      res.set('Content-Security-Policy', explorerPolicy).type('html').send(explorer)
      return
    }
    const text = req.method === 'POST' ? await bodyOf(req) : null
    if (text === undefined) {
      res.status(413).json({ errors: [tooLarge] })
      return
    }
    const [body, init] = await delivery.answer({
      method: req.method === 'HEAD' ? 'GET' : req.method,
      url: req.originalUrl,
      headers: req.headers,
      body: text,
      requestId,
      report: (error) => log.error({ err: error, requestId }, 'a query failed'),
    })
    res.status(init.status).set({ ...init.headers, 'Cache-Control': 'no-cache', Vary: 'Accept' })
    res.end(req.method === 'HEAD' ? undefined : body)
  }
}

const wantsExplorer = (req: Request): boolean =>
  req.method === 'GET' && !('query' in req.query) && (req.headers.accept ?? '').includes('text/html')

/** The explorer brings its own script in the page and asks nobody but us. */
const explorerPolicy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; " +
  "img-src 'self' data:; font-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"

const firstQuery = `# Skriv en fråga och tryck Ctrl+Enter. Write a query and press Ctrl+Enter.
{
  topic(county: "vasternorrland", slug: "vald-i-nara-relationer") {
    title
    intro
    contacts { name phones { display } alwaysOpen }
    news(first: 3) { nodes { title publishedAt } }
  }
}
`

/** @returns undefined for more than anybody needs */
async function bodyOf(req: Request): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MAX_BODY) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

const tooLarge = {
  message: `The query is too large: ${MAX_BODY} bytes at most.`,
  extensions: { code: 'TOO_LARGE', sv: `Frågan är för stor: högst ${MAX_BODY} byte.` },
}
