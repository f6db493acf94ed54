import { describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import {
  countiesWhere,
  editing,
  mayEdit,
  mayPublish,
  mayReadDrafts,
  ownersRead,
  ownOwner,
  publishing,
  staffOf,
} from '../../src/access/roles.js'
import { createWithinOwn, governedAccess, mediaAccess, updateWithinOwn } from '../../src/access/rules.js'
import { hasAssignment, ownersStaffField, selfOrAdministrators } from '../../src/access/staffRules.js'
import { NATIONAL, owners, type Role } from '../../src/vocabulary.js'

const staff = (...assignments: [Role, string?][]): object => ({
  id: 'u',
  collection: 'users',
  assignments: assignments.map(([role, county]) => ({ role, county })),
})
const editor = staff(['editor', 'vasternorrland'])
const publisher = staff(['publisher', 'vasternorrland'])
const both = staff(['editor', 'uppsala'], ['publisher', 'vasternorrland'])
const national = staff(['national-editor'])
const archivist = staff(['archivist'])
const administrator = staff(['administrator'])

/** What Payload hands a rule that these look at. */
const asking = (user: unknown, data?: object) => ({ data, req: { user } as PayloadRequest })

describe('roles', () => {
  test('count in the county of their assignment and nowhere else', () => {
    expect(countiesWhere(both, editing)).toEqual(['uppsala', 'vasternorrland'])
    expect(countiesWhere(both, publishing)).toEqual(['vasternorrland'])
    expect(owners.filter((owner) => mayPublish(both, owner))).toEqual(['vasternorrland'])
  })
  test('of an editor let drafts be saved, and nothing be published', () => {
    expect(mayEdit(editor, 'vasternorrland')).toBe(true)
    expect(owners.some((owner) => mayPublish(editor, owner))).toBe(false)
  })
  test('of a national editor reach what is national and no county', () =>
    expect(owners.filter((owner) => mayPublish(national, owner))).toEqual([NATIONAL]))
  test.each([
    ['an archivist', archivist],
    ['an administrator', administrator],
  ])('of %s read everything and change nothing', (_who, user) => {
    expect(ownersRead(user)).toEqual(owners)
    expect(owners.some((owner) => mayEdit(user, owner) || mayPublish(user, owner))).toBe(false)
  })
  test('without their county, or unknown, count nowhere', () => {
    expect(countiesWhere(staff(['publisher']), publishing)).toEqual([])
    expect(countiesWhere({ id: 'u', assignments: [{ role: 'superadmin', county: 'uppsala' }] }, editing)).toEqual([])
    expect(countiesWhere({ id: 'u', assignments: [{ role: 'editor', county: 'norge' }] }, editing)).toEqual([])
    expect(countiesWhere({ id: 'u', assignments: 'publisher' }, editing)).toEqual([])
  })
  test('a visitor has none', () => {
    for (const user of [undefined, null, {}, 'admin', { assignments: [{ role: 'administrator' }] }]) {
      expect(staffOf(user)).toBeUndefined()
      expect(mayEdit(user, 'uppsala') || mayPublish(user, 'uppsala') || mayReadDrafts(user, 'uppsala')).toBe(false)
    }
  })
  test('give a new document the first of the own owners', () => {
    expect(ownOwner(both)).toBe('uppsala')
    expect(ownOwner(archivist)).toBeUndefined()
  })
})

describe('the rule', () => {
  test('of reading answers visitors and those without a task with no', () => {
    for (const rule of [governedAccess.read, governedAccess.readVersions, mediaAccess.read]) {
      expect(rule(asking(null))).toBe(false)
      expect(rule(asking(staff()))).toBe(false)
    }
  })
  test('is never a bare yes, whoever asks', () => {
    for (const user of [editor, publisher, both, national, archivist, administrator]) {
      for (const rule of [
        governedAccess.read,
        governedAccess.readVersions,
        governedAccess.update,
        governedAccess.delete,
      ]) {
        expect(rule(asking(user))).not.toBe(true)
      }
    }
  })
  test('of creating and that of updating ask the same question about the owner that the document is to get', () => {
    for (const rule of [createWithinOwn, updateWithinOwn]) {
      expect(rule(asking(editor, { owner: 'uppsala' }))).toBe(false)
      expect(rule(asking(editor, { owner: 'vasternorrland' }))).not.toBe(false)
      expect(rule(asking(editor, { owner: 'vasternorrland', _status: 'published' }))).toBe(false)
      expect(rule(asking(both, { owner: 'uppsala', _status: 'published' }))).toBe(false)
      expect(rule(asking(both, { owner: 'vasternorrland', _status: 'published' }))).not.toBe(false)
      expect(rule(asking(editor, { owner: { equals: 'vasternorrland' } }))).toBe(false)
      expect(rule(asking(editor, { owner: null, _status: 'published' }))).toBe(false)
    }
  })
  test('of publishing without naming an owner is asked about the owner that the document has', () => {
    expect(updateWithinOwn(asking(both, { _status: 'published' }))).toEqual({ owner: { in: ['vasternorrland'] } })
    expect(updateWithinOwn(asking(editor, { _status: 'published' }))).toBe(false)
    expect(createWithinOwn(asking(both, { _status: 'published' }))).toBe(false)
    expect(createWithinOwn(asking(publisher, { _status: 'published' }))).toBe(true)
  })
  test('of versions looks at the owner that each version had', () =>
    expect(governedAccess.readVersions(asking(editor))).toEqual({ 'version.owner': { in: ['vasternorrland'] } }))
  test('of internal notes needs the document, so that nobody can filter by them', async () => {
    const about = (user: unknown, doc?: object) => ownersStaffField({ ...asking(user), doc } as never)
    expect(await about(editor, { owner: 'vasternorrland' })).toBe(true)
    expect(await about(editor, { owner: 'uppsala' })).toBe(false)
    expect(await about(editor)).toBe(false)
  })
  test('of accounts lets everybody reach the own one, and administrators all', () => {
    expect(selfOrAdministrators(asking(editor))).toEqual({ id: { equals: 'u' } })
    expect(selfOrAdministrators(asking(administrator))).toBe(true)
    expect(selfOrAdministrators(asking(null))).toBe(false)
  })
  test('of the admin opens it to those who have a task', () => {
    expect(hasAssignment(asking(editor))).toBe(true)
    expect(hasAssignment(asking(staff()))).toBe(false)
    expect(hasAssignment(asking(null))).toBe(false)
  })
})
