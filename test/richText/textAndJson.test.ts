import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block, Inline } from '../../src/archive/pure/model.js'
import { toJson } from '../../src/delivery/richText/json.js'
import { toText } from '../../src/delivery/richText/text.js'
import { imageUrl, picture, resolve, someBlocks } from './anyBlocks.js'

const text = (words: string): Inline => ({ type: 'text', text: words, marks: ['bold'] })
const blocks: Block[] = [
  { type: 'heading', level: 2, children: [text('Rubrik')] },
  {
    type: 'paragraph',
    children: [
      text('a < b'),
      { type: 'break' },
      { type: 'link', href: 'https://example.se', children: [text('länk')] },
    ],
  },
  {
    type: 'list',
    ordered: true,
    start: 2,
    items: [
      { children: [text('ett')], sublist: { type: 'list', ordered: false, items: [{ children: [text('inre')] }] } },
      { children: [text('två')] },
    ],
  },
  { type: 'rule' },
  {
    type: 'table',
    rows: [
      {
        cells: [
          { header: true, blocks: [{ type: 'quote', children: [text('x'), { type: 'break' }, text('y')] }] },
          { header: false, blocks: [] },
        ],
      },
    ],
  },
  { type: 'image', image: picture('p', { alt: { sv: 'Bild', en: 'Picture' } }) },
]

test('as text, the words alone stand in reading order, blocks apart', () => {
  expect(toText(blocks)).toBe('Rubrik\n\na < b\nlänk\n\n2. ett\n  - inre\n3. två\n\nx y\t\n\nBild')
  expect(toText(blocks, 'en')).toContain('Picture')
  expect(toText([{ type: 'image', image: picture('p', { alt: null }) }])).toBe('')
})

test('as JSON, links and pictures get addresses, and everything else stays as it was archived', () => {
  const archived: Block[] = [
    { type: 'paragraph', children: [{ type: 'link', document: { kind: 'news', id: 'known' }, children: [text('a')] }] },
    { type: 'quote', children: [{ type: 'link', document: { kind: 'news', id: 'unknown' }, children: [text('b')] }] },
    { type: 'paragraph', children: [{ type: 'link', href: 'javascript:alert(1)', children: [text('c')] }] },
    { type: 'image', image: picture('p', { renditions: [{ ...picture('r'), rendition: 'card' }] }) },
  ]
  expect(toJson(archived, resolve, ({ sha256 }) => `/f/${sha256}`, 'en')).toMatchObject([
    {
      children: [
        { type: 'link', href: 'https://lan.example/nyhet?a=1&b="2"', document: { kind: 'news', id: 'known' } },
      ],
    },
    { children: [{ type: 'link', href: null, document: { kind: 'news', id: 'unknown' } }] },
    { children: [{ type: 'link', href: null, children: [text('c')] }] },
    { image: { url: '/f/p', alt: 'En bild', altLanguage: 'sv', renditions: [{ url: '/f/r', rendition: 'card' }] } },
  ])
  expect(toJson(blocks.slice(0, 5), resolve, imageUrl)).toEqual(blocks.slice(0, 5))
})

test('whatever was archived, the JSON holds no address that runs something, and can be sent', () =>
  fc.assert(
    fc.property(someBlocks, (some) => {
      const sent = JSON.stringify(toJson(some, resolve, imageUrl))
      expect(JSON.parse(sent)).toEqual(toJson(some, resolve, imageUrl))
      expect(sent).not.toMatch(/"href":"(?!https?:|mailto:|tel:)/i)
    }),
  ))

test('nothing is changed in what was archived', () =>
  fc.assert(
    fc.property(someBlocks, (some) => {
      const before = structuredClone(some)
      toJson(some, resolve, imageUrl)
      toText(some)
      expect(some).toEqual(before)
    }),
  ))
