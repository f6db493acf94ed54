import { gzipSync } from 'node:zlib'
import type { Sent } from '../../support/send.js'

export interface Hostile extends Sent {
  path: string
}

const json = { 'content-type': 'application/json', accept: 'application/json' }
const post = (body: string | Buffer, headers: object = {}): Hostile => ({
  path: '/graphql',
  method: 'POST',
  headers: { ...json, ...headers },
  body,
})
const ask = (query: string, variables: object = {}): Hostile => post(JSON.stringify({ query, variables }))
const get = (path: string, headers: object = {}): Hostile => ({ path, headers: { accept: '*/*', ...headers } })
const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ')
const nested = (depth: number, open: string, inside: string, close: string): string =>
  open.repeat(depth) + inside + close.repeat(depth)

const news = (inside: string, first = 100): string =>
  `county(slug: "vasternorrland") { news(first: ${first}) { nodes { ${inside} } } }`

/**
 * Each makes a request of its kind; `n` makes it another one each time, so that nothing kept of the last one helps.
 * Sizes are as large as each door lets in, and a little larger: malformed, deep, wide, circular, huge, with names that
 * JavaScript understands in its own way, and at other doors.
 */
const cheap: ((n: number) => Hostile)[] = [
  (n) => post(`{"query": "{ counties { name } }"${'}'.repeat(n % 7)}`),
  (n) => ask(`{ counties { name ${'{'.repeat(n % 50)}`),
  (n) => ask(`query Q${n} { ${String.fromCharCode(n % 65_536)} }`),
  (n) => post(Buffer.from([0x7b, 0xff, 0xfe, n % 256, 0xc0, 0x80, 0xed, 0xa0, 0x80])),
  (n) => post(JSON.stringify({ query: { toString: n } })),
  (n) => post(JSON.stringify([{ query: '{ counties { name } }' }, { query: `query Q${n} { log { size } }` }])),
  (n) => post(`{"query":"{ log { size } }","query":"query Q${n} { counties { name } }","variables":{},"variables":1}`),
  (n) => post('null'.slice(0, n % 5)),
  (n) => post(`query=%7Blog%7Bsize%7D%7D${n}`, { 'content-type': 'application/x-www-form-urlencoded' }),
  (n) =>
    post('{ log { size } }', {
      'content-type': ['application/graphql', 'text/plain', '', 'multipart/form-data', 'a/b;charset=utf-7'][n % 5],
    }),
  (n) => post('{"query":"{log{size}}"}', { 'content-type': 'application/json; charset=utf-16', accept: `x/${n}` }),
  (n) =>
    post(gzipSync(JSON.stringify({ query: '{ log { size } }' + ' '.repeat(n % 90_000) })), {
      'content-encoding': 'gzip',
    }),
  (n) => ask(nested(10 + (n % 2_300), '{ log ', '', '} ')),
  (n) => ask(`{ county(slug: "uppsala") ${nested(5 + (n % 300), '{ topics { counties ', '{ name }', '} }')} }`),
  (n) => ask(`query($a: ${nested(n % 2_400, '[', 'Int', ']')}) { log { size } }`, { a: 1 }),
  (n) => ask(`{ counties(knownAt: ${nested(n % 2_400, '[', '1', ']')}) { name } }`),
  (n) =>
    post(
      `{"query":"query($a:DateTime){counties(knownAt:$a){name}}","variables":{"a":${nested(n % 40_000, '[', '', ']')}}}`,
    ),
  (n) => post(`{"query":"{log{size}}","variables":${nested(n % 15_000, '{"a":', '1', '}')}}`),
  (n) =>
    post(
      `{"query":"query($n:Int){county(slug:\\"uppsala\\"){news(first:$n){totalCount}}}","variables":{"n":{"toString":${n},"valueOf":null}}}`,
    ),
  (n) => ask(`query Q${n} { ${times(101, (i) => `a${i}: log { size }`)} }`),
  (n) => ask(`query Q${n} { ${times(50, (i) => `a${i}: log { consistencyProof(fromSize: ${i}) }`)} }`),
  (n) =>
    ask(`query Q${n} { ${times(20, (i) => `a${i}: __schema { types { fields { type { fields { name } } } } }`)} }`),
  (n) => ask(`query Q${n}(${times(900, (i) => `$v${i}: Int`)}) { log { size } }`),
  (n) => ask(`{ ${times(2_000, (i) => `newItm${i}x${n}`)} }`),
  (n) => ask(`{ counties(knownAt: [${'1 '.repeat(n % 4_500)}]) { name } }`),
  (n) => ask(`{ counties { ...A } } fragment A on County { name ...B } fragment B on County { id ...A } # ${n}`),
  (n) => ask(`${times(200, (i) => `query Q${i} { ...F }`)} fragment F on Query { log { size } } # ${n}`),
  (n) => ask(`query Q${n} { log { size ${'@include(if: true) '.repeat(700)} } }`),
  (n) => ask(`query Q${n} { log { ${'size @skip(if: false) '.repeat(700)} } }`),
  (n) => ask(`query Q${n} { log { size ${times(900, (i) => `@x${i}`)} } }`),
  (n) => ask(`{ log { size } } # ${n} ${'x'.repeat(99_000)}`),
  (n) => ask(`query Q${n} { newsItem(county: "uppsala", slug: "${String(n).repeat(9_000)}") { id } }`),
  (n) =>
    ask('query($s: String!) { newsItem(county: "uppsala", slug: $s) { id } }', {
      s: 'å\u0000\r\n'.repeat(5_000 + (n % 9)),
    }),
  (n) => ask('query($i: ID!) { node(id: $i) { id } }', { i: `${n}\r\nSet-Cookie: x=1` }),
  (n) => ask('{ log { size } }', Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`v${i}${n}`, i]))),
  (n) => post('x'.repeat(100_001 + (n % 400_000))),
  (n) => get(`/graphql?query=${'x'.repeat(n % 15_000)}`),
  (n) => get(`/graphql?query=%7Blog%7Bsize%7D%7D&${times(500, (i) => `a${i}=${n}`).replaceAll(' ', '&')}`),
  (n) => get('/graphql?query=%7Blog%7Bsize%7D%7D', { accept: `application/json, x/${n}${'y'.repeat(7_000)}` }),
  (n) =>
    get('/graphql?query=%7Blog%7Bsize%7D%7D', {
      'if-none-match': `"${n}", `.repeat(900),
      'accept-encoding': 'br;q=0,'.repeat(900),
    }),
  (n) => get('/', Object.fromEntries(Array.from({ length: n % 400 }, (_, i) => [`x-${i}`, 'y']))),
  (n) => get('/', { cookie: 'a=b; '.repeat(n % 4_000) }),
  (n) =>
    post(
      `{"query":"query($__proto__:Int){log{size}}","variables":{"__proto__":{"x":${n}},"constructor":{"prototype":{}}}}`,
    ),
  (n) =>
    post(
      `{"query":"{ __proto__: log { size constructor: origin toString: root } }","variables":{"__proto__":${n}},"extensions":{"__proto__":1}}`,
    ),
  (n) =>
    ask('query($i: ID!) { node(id: $i) { id } record(id: $i) { id } contact(id: $i) { id } }', {
      i: ['__proto__', 'constructor', 'hasOwnProperty', 'toString'][n % 4],
    }),
  (n) => ask(`query($a: String!) { topic(county: $a, slug: $a) { id } } # ${n}`, { a: '__proto__' }),
  (n) =>
    post(
      JSON.stringify({ query: '{ log { size } }', operationName: ['__proto__', 'constructor', '', 1, null][n % 5] }),
    ),
  (n) => get(`/graphql?documentId=sha256:${'0'.repeat(n % 80)}&variables=%7B%22__proto__%22%3A1%7D`),
  (n) => get(`/files/${String(n).repeat(64).slice(0, 64)}/${'..%2f'.repeat(n % 20)}x`),
  (n) => get(`/id/${encodeURIComponent(['__proto__', '\u0000', '../..', '%', '💥'][n % 5]!)}`),
  (n) => get(`/%${(n % 256).toString(16)}`),
  (n) => get(`/api/${'a/'.repeat(n % 500)}?${'where[and][0]'.repeat(n % 20)}=1&depth=${n}`),
  (n) => ({
    path: '/api/news',
    method: ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE'][n % 6]!,
    headers: json,
    body: '['.repeat(n % 9_000),
  }),
  (n) => ({
    path: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE', 'M-SEARCH', 'PURGE'][n % 7]!,
    body: '{',
  }),
  (n) => ({
    path: '/graphql/documents',
    method: ['POST', 'PUT', 'GET'][n % 3]!,
    headers: { ...json, authorization: `Bearer ${n}` },
    body: '{"documents":[',
  }),
  (n) =>
    get('/graphql?query=%7Blog%7Bsize%7D%7D', {
      authorization: `Bearer ${'x'.repeat(n % 3_000)}`,
      origin: 'null',
      range: 'bytes=0-1,5-9',
    }),
]

/** As far as one request can be driven: sent less often, since ten thousand of them take minutes. */
const costly: typeof cheap = [
  (n) => ask(`query Q${n} { counties { ${'name '.repeat(4_900)} } }`),
  (n) => ask(`query Q${n} { counties { ${'name slug code id '.repeat(1_200)} } }`),
  (n) => ask(`query Q${n} { ${news(`body { ${times(99, (i) => `a${i}: html`)} }`, 20)} }`),
  (n) => ask(`query Q${n} { ${news('title body { html json text markdown } topics { title contacts { name } }')} }`),
  (n) =>
    ask(`query Q${n} { counties { news { nodes { title topics { title } } } contacts { name } topics { title } } }`),
  (n) => ask(`query Q${n} { ${times(99, (i) => `a${i}: log { leaves(count: 100) { hash } }`)} }`),
  (n) => ask(`query Q${n} { log { leaves(count: 1000) { seq hash commitment placedAt } } }`),
  (n) => ask(`query Q${n} { __schema { types { fields { args { type { ofType { ofType { name } } } } } } } }`),
  (n) =>
    ask(`{ counties { ...F0 } } ${times(400, (i) => `fragment F${i} on County { name ...F${(i + 1) % 400} }`)} # ${n}`),
  (n) =>
    ask(
      `{ counties { ...F0 } } ${times(300, (i) => `fragment F${i} on County { ...F${i + 1} ...F${i + 1} }`)} fragment F300 on County { name } # ${n}`,
    ),
  (n) =>
    ask(
      `query Q${n} { ...F0 } ${times(60, (i) => `fragment F${i} on Query { county(slug: "uppsala") { topics { counties { topics { id } } } } ...F${i + 1} }`)} fragment F60 on Query { log { size } }`,
    ),
  (n) =>
    ask(
      `{ ...F0 } ${times(250, (i) => `fragment F${i} on Query { counties { ${'id '.repeat(4)} } ...F${i + 1} }`)} fragment F250 on Query { log { size } } # ${n}`,
    ),
  (n) => ask(`query Q${n} { ${'log { size } '.repeat(490)} }`),
  (n) => ask(`query Q${n} { ${times(900, (i) => `...F${i}`)} }`),
  (n) => ({ path: '/api/users/login', method: 'POST', headers: json, body: `{"email":{"$gt":${n}},"password":[]}` }),
]
const EVERY = 20

/** @returns as many requests as are asked for, of all kinds in turn */
export const hostileRequests = (count: number): Hostile[] =>
  Array.from({ length: count }, (_, n) =>
    n % EVERY === 0 ? costly[(n / EVERY) % costly.length]!(n) : cheap[n % cheap.length]!(n * 7_919),
  )
