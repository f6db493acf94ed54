// What is asked, of us and of stock Payload: the same pages of the same content.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { countySlugs, LARGEST, ownerOf, STRATEGIES, TOPIC } from './content.mjs'

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8')
const NUMBER = '{{number}}'
const VALID_AT = '2025-06-01'

/** One request as text, as a server of websites sends it. */
export const getRequest = (path) =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nUser-Agent: bench\r\n\r\n`
export function postRequest(path, body) {
  const length = Buffer.byteLength(body.replaceAll(NUMBER, '123456789'))
  return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nUser-Agent: bench\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`
}
/** The same, by a website with its key. */
export const withKey = (request, key) => request.replace('\r\n', `\r\nAuthorization: Bearer ${key}\r\n`)

const newsList = read('queries/newsList.graphql')
const topicPage = read('../docs/queries/topicPage.graphql')
const strategyPage = read('queries/strategyPage.graphql')
const inCounties = countySlugs.map((county) => ({ county }))
const topicPages = countySlugs.map((county) => ({ county, slug: TOPIC, validAt: VALID_AT }))
const strategies = Array.from({ length: STRATEGIES }, (_, n) => ({ owner: ownerOf(n), slug: `strategi-${n}` }))
const strategyPages = strategies.map(({ owner, slug }) => ({ county: owner, slug, validAt: VALID_AT }))

/** A number that no schema asks for makes each request another one: nothing that was kept answers it. */
const asked = (query, variables) =>
  JSON.stringify({ query, variables: { ...variables, number: NUMBER } }).replace(`"${NUMBER}"`, NUMBER)
const each = (query, all) => all.map((variables) => postRequest('/graphql', asked(query, variables)))

const largest = { query: newsList, variables: { county: LARGEST } }
const documentId = `sha256:${createHash('sha256').update(newsList).digest('hex')}`
/** What the website has registered. */
export const persisted = new Map([[documentId, newsList]])

/** The number stays as it is in the address: it is put in later. */
const address = (parameters, variables) => {
  const search = new URLSearchParams({ ...parameters, variables: JSON.stringify(variables) })
  return `/graphql?${search}`.replace(encodeURIComponent(`"${NUMBER}"`), NUMBER)
}

/** @param knownAt a moment of the past when all strategies were public */
export const ourCases = ({ knownAt }) => ({
  'cached, GET': { kind: 'cached', requests: [getRequest(address({ query: newsList }, largest.variables))] },
  'cached, persisted': { kind: 'cached', requests: [getRequest(address({ documentId }, largest.variables))] },
  'cached, POST': { kind: 'cached', requests: [postRequest('/graphql', JSON.stringify(largest))] },
  'news list': { kind: 'uncached', requests: each(newsList, inCounties) },
  'news list, persisted': {
    kind: 'uncached',
    requests: inCounties.map((one) => getRequest(address({ documentId }, { ...one, number: NUMBER }))),
  },
  // Each news tells the moment of the answer: nothing that was written of it before can be used.
  'news list, written anew': {
    kind: 'anew',
    requests: each(newsList.replace('publishedAt', 'publishedAt knownAt'), inCounties),
  },
  'topic page': { kind: 'uncached', requests: each(topicPage, topicPages) },
  'strategy page': { kind: 'uncached', requests: each(strategyPage, strategyPages) },
  'never seen': {
    kind: 'unseen',
    requests: each(newsList.replace('NewsList', `NewsList${NUMBER}`), inCounties),
  },
  'strategy page, past': {
    kind: 'past',
    requests: each(
      strategyPage,
      strategyPages.map((one) => ({ ...one, knownAt })),
    ),
  },
})

const stockQuery = (name) => read(`stock/queries/${name}.graphql`)
const equals = (county) => ({ owner: { equals: county.replaceAll('-', '_') } })
const eachOfStock = (name, all) =>
  all.map((variables) => postRequest('/api/graphql', JSON.stringify({ query: stockQuery(name), variables })))

/** Stock Payload keeps no answers: each request is worked out. */
export const stockCases = {
  'news list': eachOfStock(
    'newsList',
    countySlugs.map((county) => ({ news: equals(county) })),
  ),
  'topic page': eachOfStock(
    'topicPage',
    countySlugs.map((county) => ({
      topics: { AND: [equals(county), { slug: { equals: TOPIC } }] },
      editions: equals(county),
      news: equals(county),
    })),
  ),
  'strategy page': eachOfStock(
    'strategyPage',
    strategies.map(({ owner, slug }, n) => ({
      strategies: { AND: [equals(owner), { slug: { equals: slug } }] },
      editions: { strategy: { equals: n + 1 } },
    })),
  ),
}
