import { governedCollections } from '../../support/content.js'
import type { Sent } from '../../support/send.js'
import type { LeakWorld } from './world.js'

const collections = [...governedCollections, 'media', 'users', 'websites']
const archive = ['records', 'snapshots', 'statements', 'log', 'checkpoints', 'holds', 'fixity']
const payloads = ['payload-preferences', 'payload-locked-documents', 'payload-migrations', 'payload-kv', 'payload-jobs']
const asking = [
  ...['', '?depth=5', '?draft=true&depth=3', '?locale=all', '?limit=1000&trash=true', '?showHiddenFields=true'],
  ...['?where[title][like]=x', '?select[internalNote]=true', '?populate[media][filename]=true', '?sort=-email'],
]
const inside = ['', '/versions', '/count', '/access', '/me', '/init', '/__proto__', '/export']

/** Every other way in from outside, tried by somebody who has signed in nowhere: addresses with how they are asked. */
export function* doors({ ids, slugs, files }: LeakWorld): Generator<[string, Sent]> {
  for (const path of ['/', '/schema.graphql', '/graphql', '/health', '/health/live', '/health/ready', '/robots.txt'])
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE', 'TRACE', 'PROPFIND'])
      yield [path, { method, headers: { accept: 'text/html' } }]
  for (const id of ids) {
    yield [`/id/${id}`, {}]
    yield [`/id/${id.toUpperCase()}/`, { method: 'HEAD' }]
    yield [`/graphql?query=${encodeURIComponent(`{ node(id: "${id}") { __typename id } }`)}`, {}]
  }
  for (const file of files)
    for (const name of ['', '/bild.png', '/x.html', '/..%2f..%2fdata']) yield [`/files/${file}${name}`, {}]
  for (const slug of slugs) {
    yield [`/${slug}`, {}]
    yield [`/files/${slug}`, {}]
    yield [`/api/news?where[slug][equals]=${slug}`, {}]
    yield [`/api/media/file/${slug}.png`, {}]
  }
  for (const table of [...collections, ...archive, ...payloads]) {
    for (const end of inside) for (const query of asking) yield [`/api/${table}${end}${query}`, {}]
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'])
      yield [`/api/${table}`, { method, headers: { 'content-type': 'application/json' }, body: '{"title":' }]
    for (const id of ids.slice(0, 20)) yield [`/api/${table}/${id}?depth=3&draft=true`, {}]
  }
  for (const path of [
    'access',
    'graphql',
    'graphql-playground',
    'globals/settings',
    'payload-jobs/run',
    'users/login',
    'users/me',
  ])
    for (const method of ['GET', 'POST']) yield [`/api/${path}`, { method }]
  const login = { email: 'xq7v@example.se', password: { $ne: null } }
  yield [
    '/api/users/login',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(login) },
  ]
  yield ['/api/users/forgot-password', { method: 'POST', body: JSON.stringify(login) }]
  for (const path of [
    '/%E0%A4%A',
    '/files/%00',
    '/id/%2e%2e',
    '//evil.example',
    '/api/%2e%2e/%2e%2e/data/secret',
    '/media/',
    '/data/secret',
  ])
    yield [path, {}]
}
