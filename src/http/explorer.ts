import type { IncomingMessage } from 'node:http'
import type { Answer } from '../delivery/cache/answer.js'

/** Browsers that come without a query: they want pages before all else. */
export const wantsExplorer = ({ method, url = '', headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  /^[^,]*text\/html/.test(headers.accept ?? '') &&
  !/[?&](query|documentId)=/.test(url)

let page: Promise<Answer> | undefined

/** The explorer, made when somebody first wants it: it is large, and websites never do. */
export const explorer = (): Promise<Answer> =>
  (page ??= render().catch((error: unknown) => {
    page = undefined
    throw error
  }))

async function render(): Promise<Answer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const html = renderGraphiQL({ title: 'Länskällan – GraphQL', defaultQuery: firstQuery, endpoint: '/graphql' })
  return {
    status: 200,
    body: Buffer.from(html),
    mediaType: 'text/html; charset=utf-8',
    own: headers,
    tags: new Set(),
    until: Infinity,
    isPast: false,
    sent: new Map(),
  }
}

/** It brings its own script in the page and asks nobody but us. */
const headers = [
  'Content-Security-Policy',
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; " +
    "img-src 'self' data:; font-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  ...['Referrer-Policy', 'no-referrer', 'X-Frame-Options', 'DENY'],
]

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
