import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { buildSchema, findBreakingChanges, printSchema } from 'graphql'
import { schema } from '../../src/delivery/schema/index.js'

const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')

test('schema.graphql is what the service answers by: npm run schema writes it anew', () => {
  expect(`${printSchema(schema)}\n`).toBe(committed)
})

test('nothing that a website may rely on has been taken away', () => {
  expect(findBreakingChanges(buildSchema(committed), schema)).toEqual([])
})

test('a field that is taken away is noticed', () => {
  const richer = buildSchema(
    committed.replace('  hiddenOnBill: Boolean!', '  formerField: Int\n  hiddenOnBill: Boolean!'),
  )
  expect(findBreakingChanges(richer, schema)).toMatchObject([{ type: 'FIELD_REMOVED' }])
})
