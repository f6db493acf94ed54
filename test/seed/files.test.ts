import { expect, test } from '@jest/globals'
import { items, media } from '../../src/seed/content/index.js'
import { referencesIn, resolveReferences } from '../../src/seed/reference.js'

const pdfs = media.filter((one) => one.mediaType === 'application/pdf')

test('a file of the demo has the same bytes each time it is made', async () => {
  for (const one of media) expect((await one.make()).equals(await one.make())).toBe(true)
})

test.each(pdfs)('$fileName tells its language and its title, and is tagged', async ({ make }) => {
  const text = (await make()).toString('latin1')
  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect(text).toContain('/Lang (sv-SE)')
  expect(text).toContain('/DisplayDocTitle true')
  expect(text).toContain('/Marked true')
  expect(text).toContain('/S /H1')
})

test('everything that the demo content refers to is in it', () => {
  const keys = [...items, ...media].map((one) => one.key)
  expect(new Set(keys).size).toBe(keys.length)
  const references = referencesIn(items)
  expect(references.length).toBeGreaterThan(30)
  expect(references.filter((key) => !keys.includes(key))).toEqual([])
})

test('a reference becomes the id of what it refers to, wherever it stands', () => {
  const content = {
    contacts: [{ referTo: 'a' }],
    body: { root: { children: [{ doc: { value: { referTo: 'b' } } }] } },
    none: null,
  }
  const ids = new Map([
    ['a', '1'],
    ['b', '2'],
  ])
  expect(resolveReferences(content, ids)).toEqual({
    contacts: ['1'],
    body: { root: { children: [{ doc: { value: '2' } }] } },
    none: null,
  })
  expect(() => resolveReferences({ referTo: 'c' }, ids)).toThrow('c')
})

test('every translation has the texts that the Swedish has', () => {
  for (const item of items)
    for (const texts of Object.values(item.texts))
      expect([item.key, Object.keys(texts)]).toEqual([item.key, Object.keys(item.texts.sv)])
})
