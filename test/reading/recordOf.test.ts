import { expect, test } from '@jest/globals'
import { canonicalBytes } from '../../src/archive/pure/canonical.js'
import type { RecordBody } from '../../src/archive/pure/model.js'
import { recordOf } from '../../src/archive/read/recordOf.js'

const record: RecordBody = {
  format: 1,
  id: 'c0000000-0000-4000-8000-000000000001',
  salt: 'ab'.repeat(32),
  document: { id: 'd', kind: 'news', owner: 'vasternorrland', audience: ['gavleborg', 'jamtland'] },
  revision: 1,
  action: 'PUBLISH',
  recordedAt: '2026-01-01T00:00:00.000Z',
  plannedFor: null,
  cancels: null,
  snapshot: 'cd'.repeat(32),
  statement: 'ef'.repeat(32),
  note: null,
  withdrawal: null,
  index: {
    slug: 'nyhet',
    languages: ['sv', 'en'],
    topics: [],
    contacts: [],
    strategy: null,
    number: null,
    importance: 'ordinary',
    shownUntil: null,
    originallyPublished: null,
    personal: false,
    files: ['12'.repeat(32)],
  },
}
const withoutIndex: RecordBody = { ...record, action: 'SEAL', snapshot: null, index: null }
const all = { ...record, document: { ...record.document, audience: 'all' as const } }

test.each([record, withoutIndex, all])('a record that was read says what its text says, letter by letter', (one) => {
  const body = canonicalBytes(one)
  expect(recordOf(body)).toEqual(one)
  expect(JSON.stringify(recordOf(body))).toBe(body)
})

test('records that say the same have one list for it, which nobody can change for all of them', () => {
  const [one, other] = [recordOf(canonicalBytes(record)), recordOf(canonicalBytes({ ...record, id: 'another' }))]
  expect(one.document.audience).toBe(other.document.audience)
  expect(one.index!.languages).toBe(other.index!.languages)
  expect(one.index!.topics).toBe(other.index!.contacts)
  expect(one.index!.files).toEqual(record.index!.files)
  for (const list of [one.document.audience as string[], one.index!.languages as string[], one.index!.topics])
    expect(() => list.push('vasternorrland')).toThrow(TypeError)
})
