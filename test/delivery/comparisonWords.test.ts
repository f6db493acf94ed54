import { expect, test } from '@jest/globals'
import { compareSnapshots } from '../../src/archive/pure/diff/compare.js'
import type { Contents, Party, Snapshot } from '../../src/archive/pure/model.js'
import { comparisonHtml } from '../../src/delivery/comparison/html.js'
import type { Named } from '../../src/delivery/comparison/names.js'
import type { Speech } from '../../src/delivery/speech.js'

const ID = '00000000-0000-4000-8000-000000000001'
const SEALED = '00000000-0000-4000-8000-000000000002'
const names = new Map<string, Named>([[ID, { name: 'Fiske', language: 'sv' }]])
const decision = { body: 'Länsstyrelsen', date: '2022-03-15', diaryNumber: '801-1' }
const file = { name: 'rapport.pdf', sha256: 'a', sha512: 'a', size: 1, mediaType: 'application/pdf', title: {} }
const party = (more: Partial<Party> = {}): Party => ({
  ...{ name: 'Polisen', kind: 'police', organisationNumber: null, role: null, adoptedOn: null, diaryNumber: null },
  ...more,
})

type Facts = { [K in keyof Contents]: Contents[K]['facts'] }
/** Every fact that there can be. */
const full: Facts = {
  topic: { contacts: [ID, SEALED], sensitive: true, quickExitUrl: 'https://www.smhi.se' },
  strategy: { topics: [ID], underRevision: true, followedUpBy: { body: 'Samverkansgruppen', contact: ID } },
  edition: {
    ...{ strategy: ID, number: 2, label: '2018–2021', decision, validFrom: '2018-01', validUntil: '2022-01-01' },
    prolongations: [{ until: '2023-01-01', decision }],
    repeal: { from: '2022-06-01', decision },
    parties: [party()],
    documents: [file],
    ...{ supersedes: [ID], supersedesInPart: [{ edition: ID, part: 'Kapitel 2' }] },
    priorPublication: [{ date: '2013', url: 'https://example.se', note: 'Kommunens sida' }],
  },
  news: {
    ...{ topics: [ID], image: null, importance: 'crisis', shownUntil: '2026-01-01T08:00:00.000Z' },
    ...{ originallyPublished: '2020-01-02', related: [ID] },
  },
  contact: {
    kind: 'helpline',
    phones: [{ number: '+4620505050', display: '020-50 50 50', freeOfCharge: true, sms: false, textPhone: false }],
    hours: {
      alwaysOpen: false,
      weekly: [{ day: 1, opens: '08:00', closes: '16:00' }],
      exceptions: [{ date: '2026-12-24', opens: null, closes: null }],
    },
    ...{ anonymous: true, hiddenOnBill: false, languages: ['sv', 'fi'], email: 'a@example.se', url: 'https://a.se' },
    address: { street: 'Gatan 1', postalCode: '871 86', city: 'Härnösand' },
    ...{ lastVerifiedOn: '2026-01-01', verifyAgainBy: '2026-06-01', legalBasis: 'Samtycke' },
  },
}
const texts: Record<string, object> = {
  topic: { title: 'A', neutralTitle: 'B', intro: 'C', body: [] },
  strategy: { title: 'A', summary: 'B', revisionNote: 'C' },
  edition: { title: 'A', body: [] },
  news: { title: 'A', lead: 'B', body: [] },
  contact: { name: 'A', note: 'B', hoursNote: 'C' },
}
const snapshot = (kind: keyof Facts, isFull: boolean, facts: object = isFull ? full[kind] : {}): Snapshot =>
  ({
    ...{ format: 2, salt: '', kind, document: ID, slug: isFull ? 'adress' : null },
    ...{ owner: isFull ? 'vasternorrland' : 'nationell', audience: isFull ? ['uppsala', 'skane'] : 'all' },
    languages: isFull ? { sv: texts[kind], en: texts[kind], 'sv-simple': texts[kind] } : { sv: {} },
    facts: kind === 'edition' ? { parties: [], documents: [], ...facts } : facts,
  }) as unknown as Snapshot
const written = (before: Snapshot, after: Snapshot, speech: Speech): string =>
  comparisonHtml(compareSnapshots(before, after, 'sv'), { speech, names, block: () => '' })
const compared = (kind: keyof Facts, speech: Speech = 'sv'): string =>
  written(snapshot(kind, false), snapshot(kind, true), speech)

test.each(Object.keys(full) as (keyof Facts)[])(
  'every fact of a document has a name, and no id stands bare: %s',
  (kind) => {
    for (const speech of ['sv', 'en'] as const) {
      const html = compared(kind, speech)
      const facts = [...html.matchAll(/<th scope="row">([^<]*)</g)].map(([, name]) => name!)
      expect(facts.length).toBeGreaterThan(4)
      // A path, where nobody has given a name.
      expect(facts.filter((name) => !/^\p{Lu}/u.test(name) || /\.\p{L}/u.test(name))).toEqual([])
      expect(html).not.toMatch(/0000-4000|>true<|>false<|<td[^>]*>(sv|vasternorrland|all)</)
    }
  },
)

test.each([
  ['news', 'Vikt', '–', 'kris'],
  ['news', 'Visas till', '–', '1 januari 2026 kl. 09.00'],
  ['news', 'Texten finns på', 'svenska', 'engelska, svenska, lättläst svenska'],
  ['news', 'Hör till', 'Hela landet', 'Västernorrlands län'],
  ['news', 'Visas också för', 'alla län', 'Uppsala län, Skåne län'],
  ['topic', 'Kontakter', '–', 'Fiske, ett dokument som inte visas'],
  ['topic', 'Känsligt sakområde', '–', 'ja'],
  ['contact', 'Slag', '–', 'stödlinje'],
  ['contact', 'Hjälp ges på', '–', 'svenska, finska'],
  ['contact', 'Öppet, veckodag (1)', '–', 'måndag'],
  ['contact', 'Syns inte på telefonräkningen', '–', 'nej'],
  ['edition', 'Gäller från och med', '–', 'januari 2018'],
  ['edition', 'Upphävandet beslutat av', '–', 'Länsstyrelsen'],
  ['edition', 'Upphävd från och med', '–', '1 juni 2022'],
  ['strategy', 'Under omarbetning', '–', 'ja'],
] as const)('the facts of a %s are told in plain words: %s', (kind, name, before, after) => {
  expect(compared(kind)).toContain(
    `<th scope="row">${name}</th><td data-column="Tidigare">${before}</td><td data-column="Senare">${after}</td>`,
  )
})

test('in English the words are English, and what its editors wrote in Swedish says so', () => {
  const html = compared('edition', 'en')
  expect(html).toContain('<td data-column="Later">English, Swedish, Easy-to-read Swedish</td>')
  expect(html).toContain('<th scope="row">Supersedes</th><td data-column="Earlier">–</td>')
  expect(html).toContain('<span lang="sv">Fiske</span>')
  expect(html).toContain('Joined: <span lang="sv">Polisen</span>')
  expect(html).toContain('Added: <span lang="sv">rapport.pdf</span>')
})

test('what is another of a party is told, one by one', () => {
  const with_ = (one: Party): Snapshot => snapshot('edition', false, { parties: [one] })
  const html = written(
    with_(party()),
    with_(party({ role: 'samordnar', adoptedOn: '2022-03-01', kind: 'authority', diaryNumber: 'A1' })),
    'sv',
  )
  expect(html).toContain(
    '<li>Ändrad: Polisen<ul><li>slag: polis → myndighet</li><li>roll: – → samordnar</li>' +
      '<li>antog den: – → 1 mars 2022</li><li>diarienummer: – → A1</li></ul></li>',
  )
})

test('a file that is only told of in another way is not said to have another name', () => {
  const described = (sv: string): Snapshot => snapshot('edition', false, { documents: [{ ...file, title: { sv } }] })
  expect(written(described('Rapport'), described('Rapporten'), 'sv')).toContain(
    'Ny beskrivning, samma innehåll: rapport.pdf',
  )
})
