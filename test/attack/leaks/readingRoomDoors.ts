import type { Sent } from '../../support/send.js'
import type { LeakWorld } from './world.js'

const searches = ['', 'text', 'title', 'hemlig', 'xq7v', 'Gävleborg', 'plan', '801-1', '*', "' OR 1=1"]
const origin = 'https://lanskallan.example'

/** The pages of the reading room, its search and its exact bytes, and the web's own protocol for past versions. */
export function* readingRoomDoors({ ids, idsOf, slugs, moments, pairs }: LeakWorld): Generator<[string, Sent]> {
  for (const root of ['/arkiv', '/arkiv/en']) {
    for (const q of [...searches, ...slugs]) yield [`${root}?q=${encodeURIComponent(q)}`, {}]
    for (const knownAt of moments)
      for (const q of searches) yield [`${root}?knownAt=${knownAt}&q=${encodeURIComponent(q)}`, {}]
    for (const filter of [
      'lan=gavleborg',
      'part=x',
      'ar=2026',
      'tillstand=SEALED',
      'typ=news',
      'sida=2',
      'handelser=1',
    ])
      yield [`${root}?${filter}`, {}]
    for (const { from, to } of pairs) yield [`${root}/jamfor?fran=${from}&till=${to}`, {}]
    for (const page of ['jamfor', 'rensa-spar', 'kontrollera', 'sitemap.xml', 'sitemap-1.xml', 'nothing'])
      yield [`${root}/${page}`, {}]
  }
  for (const id of ids) {
    yield [`/arkiv/${id}`, {}]
    yield [`/arkiv/en/${id}?language=en`, {}]
    for (const knownAt of moments.slice(-2)) yield [`/arkiv/${id}?knownAt=${knownAt}&handelser=1`, {}]
    yield [
      `/arkiv/timegate/${origin}/id/${id}`,
      { headers: { 'accept-datetime': new Date(moments.at(-1)!).toUTCString() } },
    ]
    for (const format of ['link', 'json']) yield [`/arkiv/timemap/${format}/${origin}/id/${id}`, {}]
    for (const accept of ['application/ld+json', 'application/json', 'text/html'])
      yield [`/id/${id}`, { headers: { accept } }]
  }
  for (const id of [...(idsOf['Record'] ?? []), ...ids.slice(0, 10)]) {
    for (const part of ['', '/text', '/post', '/kvitto', '/x']) yield [`/arkiv/post/${id}${part}`, {}]
    for (const accept of ['text/html', 'application/json']) yield [`/arkiv/version/${id}`, { headers: { accept } }]
  }
}
