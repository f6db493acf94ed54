// The servers that are compared, and single questions to them.
import http from 'node:http'
import path from 'node:path'
import { startUntil } from './children.mjs'
import { getRequest, ourCases, stockCases } from './cases.mjs'

/** Sends one whole request as text. @returns its bytes, and what GraphQL says of errors */
export function ask(port, text) {
  const [head, body] = text.replaceAll('{{number}}', '100000000').split('\r\n\r\n')
  const [line, ...lines] = head.split('\r\n')
  const [method, address] = line.split(' ')
  const headers = Object.fromEntries(lines.map((one) => one.split(': ')))
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path: address, headers }, async (response) => {
      const parts = []
      for await (const part of response) parts.push(part)
      const bytes = Buffer.concat(parts)
      resolve({ bytes, status: response.statusCode, ...JSON.parse(bytes.toString()) })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Right is an answer with all that was asked for: not a server that listens and has nothing to tell yet. */
const newsIn = (requests, listOf) => async (port) => {
  const { data } = await ask(port, requests[0])
  return listOf(data)?.length === 20
}
const isOurs = newsIn(ourCases({})['news list'].requests, (data) => data?.county?.news.nodes)
const isStock = newsIn(stockCases['news list'], (data) => data?.allNews?.docs)

/** The first of the strategies of `scale/`. */
export const isStrategyThere = async (port) => {
  const query = '{ strategy(county: "stockholm", slug: "strategi-0") { title } }'
  const { data } = await ask(port, getRequest(`/graphql?${new URLSearchParams({ query })}`))
  return data?.strategy?.title === 'Strategi 0'
}

/** The service itself, as an instance that only delivers, on a folder that was filled. */
export function startOurs(folder, { env = {}, isRight = isOurs, core } = {}) {
  const database = { DATABASE_URL: `file:${path.join(folder, 'lanskallan.db')}`, DATA_DIR: folder, LOG_LEVEL: 'silent' }
  // Counted as everybody is, and never refused.
  const quota = { RATE_LIMIT_ADDRESS: '1000000000', RATE_LIMIT_WEBSITE: '1000000000' }
  const all = { ROLE: 'delivery', ADMIN: 'false', ...database, ...quota, ...env }
  return startUntil(isRight, '../dist/src/server.js', [], all, core)
}
/** Right is what Payload's REST interface tells of who is signed in: nobody. */
const isStockThere = async (port) => (await fetch(`http://127.0.0.1:${port}/api/users/me`)).ok
export const startStockInNext = (folder) => startUntil(isStockThere, 'stock/inNext.mjs', [folder])
export const startStock = (folder, { core } = {}) => startUntil(isStock, 'stock/serve.mjs', [folder], {}, core)

/** The moment at which the first news was published: all strategies were public by then. */
export async function momentOf({ port }) {
  const query = '{ newsItem(county: "vasternorrland", slug: "nyhet-0") { publishedAt } }'
  const { data } = await ask(port, getRequest(`/graphql?${new URLSearchParams({ query })}`))
  return data.newsItem.publishedAt
}

/** Asks Payload's REST interface. @returns what it answers */
export async function sendJson(port, method, address, body, headers = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${address}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  return response.json()
}
