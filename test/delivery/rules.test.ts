import { expect, test } from '@jest/globals'
import { parse, specifiedRules, validate } from 'graphql'
import { rulesFor } from '../../src/delivery/rules.js'
import { schema } from '../../src/delivery/schema/index.js'

const inCounty = (body: string): string => `{ county(slug: "uppsala") { ${body} } }`

/** One query for each rule that is left out where its sign is not there, broken; and some that break two. */
const broken = [
  `{ county(slug: "uppsala") { name ... on String { length } } }`,
  inCounty('...Missing'),
  `${inCounty('...A')} fragment A on County { name ...B } fragment B on County { code ...A }`,
  `${inCounty('name')} fragment Idle on County { name }`,
  inCounty('... on Contact { name }'),
  `${inCounty('...A')} fragment A on County { name } fragment A on County { code }`,
  'query ($idle: String) { counties { name } }',
  '{ county(slug: $missing) { name } }',
  'query ($a: String!, $a: String!) { county(slug: $a) { name } }',
  'query ($a: County) { county(slug: "uppsala") { news(first: $a) { totalCount } } }',
  'query ($a: String) { county(slug: "uppsala") { news(first: $a) { totalCount } } }',
  'query ($a: String) { county(slug: $a) { name } }',
  inCounty('name @unknown'),
  inCounty('name @skip(if: true) @skip(if: false)'),
  inCounty('name @skip'),
  inCounty('nothing'),
  inCounty('news'),
  inCounty('news(first: "x", last: 3) { totalCount }'),
  '{ county { name } }',
  'query A { counties { name } } query A { counties { code } }',
  '{ counties { name } } query B { counties { code } }',
  inCounty('name: code name'),
]

test.each(broken)('%s is told all that is wrong with it, as the specification has it', (query) => {
  const document = parse(query)
  const faults = (rules: typeof specifiedRules): string[] =>
    validate(schema, document, rules).map(({ message }) => message)
  expect(faults(specifiedRules)).not.toEqual([])
  expect(faults(rulesFor(query))).toEqual(faults(specifiedRules))
})
