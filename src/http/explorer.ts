import type { IncomingMessage, ServerResponse } from 'node:http'

/** Browsers that come without a query. */
export const wantsExplorer = ({ method, url = '', headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (headers.accept ?? '').includes('text/html') &&
  !/[?&](query|documentId)=/.test(url)

let page: string | undefined

/** The explorer, read when somebody first wants it: it is large, and websites never do. */
export async function showExplorer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (page === undefined) {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
    page = renderGraphiQL({ title: 'Länskällan – GraphQL', defaultQuery: firstQuery, endpoint: '/graphql' })
  }
  res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : page)
}

/** It brings its own script in the page and asks nobody but us. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; " +
    "img-src 'self' data:; font-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
}

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
