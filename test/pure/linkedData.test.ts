import { describe, expect, test } from '@jest/globals'
import type { SnapshotOf } from '../../src/archive/pure/model.js'
import type { Described } from '../../src/http/linkedData/described.js'
import { dublinCore } from '../../src/http/linkedData/dublinCore.js'
import { jsonLd, jsonLdText } from '../../src/http/linkedData/jsonLd.js'
import { sitemap, sitemapInParts } from '../../src/http/linkedData/sitemap.js'

const common = { format: 2, salt: '00', owner: 'vasternorrland', audience: [], slug: null } as const
const edition: SnapshotOf<'edition'> = {
  ...{ ...common, audience: [], kind: 'edition', document: '0001' },
  languages: { sv: { title: 'Strategi mot våld </script>', body: [], revision: 1, madeFrom: null } },
  facts: {
    ...{ strategy: 's', number: 2, label: '2018–2021', validFrom: '2018-01-01', validUntil: '2022-01-01' },
    decision: { body: 'Länsstyrelsen Västernorrland', date: '2017-12-11', diaryNumber: '801-1234-2017' },
    ...{ prolongations: [], repeal: null, supersedes: [], supersedesInPart: [], priorPublication: [], documents: [] },
    parties: [
      ...[{ name: 'Härnösands kommun', organisationNumber: null, kind: 'municipality' as const, role: null }],
    ].map((party) => ({ ...party, adoptedOn: null, diaryNumber: null })),
  },
}
const topic: SnapshotOf<'topic'> = {
  ...{ ...common, audience: [], kind: 'topic', document: '0002' },
  languages: {
    sv: {
      ...{ title: 'Våld i nära relationer', neutralTitle: 'Stöd i länet', intro: 'Om våld.' },
      ...{ body: [], revision: 1, madeFrom: null },
    },
  },
  facts: { contacts: [], sensitive: true, quickExitUrl: null },
}
const described = (snapshot: Described['snapshot'], more: Partial<Described> = {}): Described => ({
  ...{ snapshot, language: 'sv', id: 'https://x.example/id/0001', page: 'https://x.example/arkiv/0001' },
  ...{ publicFrom: '2018-02-03T10:00:00.000Z', firstPublicFrom: '2018-01-01T23:30:00.000Z' },
  ...{ strategy: 'https://x.example/id/s', files: [], ...more },
})

describe('an edition as linked data', () => {
  test('says what it is in law and for catalogues, and nothing of what is not known', () => {
    expect(jsonLd(described(edition))).toMatchObject({
      '@id': 'https://x.example/id/0001',
      publisher: { '@type': 'GovernmentOrganization', name: 'Länsstyrelsen i Västernorrlands län' },
      version: '2018–2021',
      temporalCoverage: '2018-01-01/2021-12-31',
      isPartOf: { '@id': 'https://x.example/id/s' },
      author: [{ name: 'Härnösands kommun' }],
      'eli:id_local': '801-1234-2017',
      'eli:first_date_entry_in_force': { '@value': '2018-01-01' },
      'eli:date_no_longer_in_force': { '@value': '2022-01-01' },
    })
    const old = { ...edition, facts: { ...edition.facts, decision: null, validFrom: '2014', validUntil: null } }
    const data = jsonLd(described(old))
    expect(data).toMatchObject({ temporalCoverage: '2014/..' })
    expect(Object.keys(data).filter((key) => key.startsWith('eli:'))).toEqual([])
  })

  test('cannot end the element of the page in which it stands', () => {
    expect(jsonLdText(described(edition))).not.toContain('<')
    expect(JSON.parse(jsonLdText(described(edition)))).toMatchObject({ name: 'Strategi mot våld </script>' })
  })

  test('has its period and its first day, as Swedes count days, in Dublin Core', () => {
    expect(dublinCore(described(edition))).toEqual(
      expect.arrayContaining([
        ['dcterms.issued', '2018-01-02'],
        ['dcterms.valid', 'start=2018-01-01; end=2021-12-31; scheme=W3C-DTF;'],
        ['dcterms.bibliographicCitation', '801-1234-2017'],
      ]),
    )
  })
})

test('a sensitive page goes by its neutral title, and is not described', () => {
  const words = JSON.stringify([jsonLd(described(topic)), dublinCore(described(topic))])
  expect(words).toContain('Stöd i länet')
  expect(words).not.toMatch(/våld/i)
})

test('the map of pages names each with its other language, and leaves no sign of XML in an address', () => {
  const addresses = [
    ['sv', 'https://x.example/arkiv/a?b=1&c=2'],
    ['en', 'https://x.example/arkiv/en/a'],
  ] as const
  const map = sitemap([{ addresses, changedAt: '2026-01-01T00:00:00.000Z' }])
  expect(map).toContain('<loc>https://x.example/arkiv/a?b=1&amp;c=2</loc><lastmod>2026-01-01T00:00:00.000Z</lastmod>')
  expect(map).toContain('hreflang="en" href="https://x.example/arkiv/en/a"')
})

test('a map that is too long is a list of parts; each page is in one of them, and a new page moves none', () => {
  const mapOf = (items: readonly string[], part: number | null): string[] | undefined =>
    sitemapInParts({
      ...{ items, part, most: 2 },
      pageOf: (name) => ({ addresses: [['sv', name]], changedAt: '2026-01-01T00:00:00.000Z' }),
      addressOf: (one) => `part-${one}`,
    })
      ?.match(/<loc>[^<]*/g)
      ?.map((loc) => loc.slice('<loc>'.length))
  expect(mapOf(['a', 'b'], null)).toEqual(['a', 'b'])
  expect(mapOf(['a', 'b', 'c'], null)).toEqual(['part-1', 'part-2'])
  expect([1, 2].map((part) => mapOf(['a', 'b', 'c'], part))).toEqual([['a', 'b'], ['c']])
  expect([1, 2].map((part) => mapOf(['a', 'b', 'c', 'd'], part))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect([0, 3].map((part) => mapOf(['a', 'b', 'c'], part))).toEqual([undefined, undefined])
})
