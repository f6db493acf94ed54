import { counties } from '../../../src/vocabulary.js'
import type { Pools } from './anyQuery.js'
import type { LeakWorld } from './world.js'

/** What a stranger may know or guess of a world, for every argument of the schema. */
export function poolsOf({ ids, idsOf, slugs, files, moments, words }: LeakWorld): Pools {
  const cursor = (...place: unknown[]): string => Buffer.from(JSON.stringify(place)).toString('base64url')
  const someIds = [...ids, '00000000-0000-4000-8000-000000000000', 'vasternorrland', 'gavleborg', ...files.slice(0, 3)]
  return {
    ...{ id: someIds, from: [...(idsOf['Record'] ?? []), ...someIds], to: [...(idsOf['Record'] ?? []), ...someIds] },
    slug: [...slugs, 'vald-i-nara-relationer', words.hidden('nobody has this address')],
    'county.slug': counties.map(({ slug }) => slug).toReversed(),
    county: ['gavleborg', 'vasternorrland', ...counties.map(({ slug }) => slug), 'nationell', 'atlantis'],
    knownAt: [...moments, '2000-01-01T00:00:00Z', '2999-01-01T00:00:00Z', '2026-01-01T10:00:00+02:00'],
    validAt: ['2015-06-01', '2019-06-01', '2023-01-01', '2026-01-01', '2031-06-01', '0001-01-01', '9999-12-31'],
    language: ['sv', 'en', 'sv-simple', 'se', 'ar'],
    first: [1, 2, 3, 5, 10, 20, 0, 100],
    after: [cursor('', ''), cursor('2026-01-01T08:00:00.000Z', ids[0]), cursor('A', ids[1]), cursor(1), 'WyI'],
    'leaves.from': [0, 1, 5, 100, 1_000_000],
    count: [1, 10, 100, 1_000],
    fromSize: [1, 2, 10, 20, 1_000_000],
    text: ['våld', 'jour', '020', 'handlingsplan', ...slugs],
    String: ['', 'x', ...slugs],
  }
}
