import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { lift } from '../../src/archive/formats/index.js'
import { canonicalBytes } from '../../src/archive/pure/canonical.js'
import { sha256 } from '../../src/archive/pure/digest.js'
import { ServiceError } from '../../src/errors.js'

// What was archived in format 1 stays readable for ever: the fixture and its digest are never changed.
const fixture = (name: string): Promise<string> => readFile(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const format1 = await fixture('format1-edition.snapshot')
const format2 = await fixture('format2-edition.snapshot')

test('the stored snapshot of format 1 is the one whose digest is in its record', () => {
  expect(sha256(format1)).toBe('eabdceaeff1a98c9f625991582814c6e29fc9d051219b7770226e2062fc9beb7')
  expect(canonicalBytes(JSON.parse(format1))).toBe(format1)
})

test('it is lifted with every text and every fact', () => {
  const snapshot = lift(format1)
  if (snapshot.kind !== 'edition') throw new Error(`is a ${snapshot.kind}`)
  expect(snapshot).toMatchObject({
    format: 2,
    document: '7d0c3b52-54f0-4a7e-9d32-0c6c5a1f0e11',
    owner: 'vasternorrland',
    audience: ['gavleborg', 'jamtland'],
    slug: null,
  })
  expect(Object.keys(snapshot.languages)).toEqual(['en', 'sv'])
  expect(snapshot.languages.sv).toMatchObject({
    title: 'Regional strategi – mäns våld mot kvinnor',
    revision: 2,
    madeFrom: null,
  })
  expect(snapshot.languages.en).toMatchObject({ revision: 2, madeFrom: 1 })
  expect(snapshot.languages.sv?.body.map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'list',
    'quote',
    'table',
    'image',
    'rule',
  ])
  expect(snapshot.facts).toMatchObject({
    number: 2,
    validFrom: '2018',
    validUntil: '2022',
    supersedes: ['0b9e2a7c-8a51-4e0a-8b5e-6a1f9d3c2b10'],
    supersedesInPart: [],
    prolongations: [],
    repeal: null,
  })
  expect(snapshot.facts.parties[0]).toMatchObject({
    name: 'Landstinget Västernorrland',
    organisationNumber: '232100-0206',
  })
  expect(snapshot.facts.priorPublication).toEqual([{ date: '2017-12', url: null, note: 'Beslutad version, i pärm' }])
})

test('format 2 is what it was, and tells of prolongation, repeal and supersession in part', () => {
  expect(sha256(format2)).toBe('a9092b465b3fc3a903482c6048cbd86938851c9900b0bc63cd95615a726aa0f7')
  expect(canonicalBytes(JSON.parse(format2))).toBe(format2)
  const snapshot = lift(format2)
  if (snapshot.kind !== 'edition') throw new Error(`is a ${snapshot.kind}`)
  expect(canonicalBytes(snapshot)).toBe(format2)
  expect(snapshot.facts).toMatchObject({
    validUntil: '2023',
    prolongations: [{ until: '2023', decision: { diaryNumber: '801-9876-2021' } }],
    repeal: { from: '2022-04-01', decision: null },
    supersedesInPart: [{ edition: '0b9e2a7c-8a51-4e0a-8b5e-6a1f9d3c2b11', part: 'Kapitel 3' }],
  })
})

test('a format that is not known is named, and a damaged snapshot is not taken for another', () => {
  const code = (bytes: string): string => {
    try {
      return String(lift(bytes).kind)
    } catch (error) {
      return error instanceof ServiceError ? `${error.code}: ${error.messages.en}` : String(error)
    }
  }
  expect(code(format1.replace('"format":1', '"format":99'))).toBe(
    'INTERNAL: An archived version has format 99, which this version of the service cannot read.',
  )
  expect(code(format1.slice(0, -1))).toBe('INTERNAL: An archived version is damaged.')
  expect(code(format1.replace('"kind":"edition"', '"kind":"edikt"'))).toBe(
    'INTERNAL: An archived version cannot be read.',
  )
  for (const bytes of ['null', '1', '[]', '"x"', '{}', '{"format":1}', '']) expect(code(bytes)).toMatch(/^INTERNAL/)
})
