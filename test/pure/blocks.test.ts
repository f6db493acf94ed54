import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { blocksFromLexical, filesIn, linkedDocumentsIn, mediaIdsIn } from '../../src/archive/pure/blocks.js'
import { canonicalBytes } from '../../src/archive/pure/canonical.js'
import type { Block, ImageRef } from '../../src/archive/pure/model.js'
import { ServiceError } from '../../src/errors.js'

type Node = Record<string, unknown>
const node = (type: string, children?: Node[], fields: Node = {}): Node => ({
  type,
  ...(children ? { children } : {}),
  ...fields,
})
const text = (words: string, format = 0): Node => node('text', undefined, { text: words, format })
const paragraph = (...children: Node[]): Node => node('paragraph', children)
const list = (listType: string, items: Node[], fields: Node = {}): Node => node('list', items, { listType, ...fields })
const item = (...children: Node[]): Node => node('listitem', children)
const link = (url: string, ...children: Node[]): Node => node('link', children, { fields: { linkType: 'custom', url } })
const documentLink = (relationTo: string, value: unknown, ...children: Node[]): Node =>
  node('link', children, { fields: { linkType: 'internal', doc: { relationTo, value } } })
const state = (...children: Node[]): Node => ({ root: { type: 'root', children } })

const file = (name: string): ImageRef => ({
  sha256: name.padEnd(64, '0'),
  sha512: name.padEnd(128, '0'),
  size: 1,
  mediaType: 'image/png',
  name,
  width: 4,
  height: 3,
  alt: null,
  credit: null,
  focal: null,
  renditions: [],
})
const images = new Map([['picture', file('a')]])
const freeze = (...children: Node[]): Block[] => blocksFromLexical(state(...children), images)
const refusalOf = (attempt: () => unknown): ServiceError => {
  try {
    attempt()
  } catch (error) {
    if (error instanceof ServiceError) return error
    throw error
  }
  throw new Error('was not refused')
}

test('no text gives no blocks', () => {
  for (const nothing of [null, undefined, '', {}, { root: null }, state()])
    expect(blocksFromLexical(nothing, images)).toEqual([])
})

describe('each kind of block', () => {
  test('paragraph, quote, rule, image', () => {
    expect(
      freeze(
        paragraph(text('Ett')),
        node('quote', [text('Två')]),
        node('horizontalrule'),
        node('upload', undefined, { value: 'picture' }),
      ),
    ).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Ett' }] },
      { type: 'quote', children: [{ type: 'text', text: 'Två' }] },
      { type: 'rule' },
      { type: 'image', image: file('a') },
    ])
  })

  test.each([
    ['h1', 2],
    ['h2', 2],
    ['h3', 3],
    ['h4', 4],
    ['h6', 4],
    ['onsense', 2],
  ])('a heading %s becomes level %i: the page’s title alone is level 1', (tag, level) => {
    expect(freeze(node('heading', [text('Rubrik')], { tag }))).toMatchObject([{ type: 'heading', level }])
  })

  test('a sublist belongs to the item before it, though the editor keeps it in one of its own', () => {
    const nested = list('bullet', [
      item(text('ett')),
      item(list('number', [item(text('inre'))], { start: 3 })),
      item(text('två')),
    ])
    expect(freeze(nested)).toEqual([
      {
        type: 'list',
        ordered: false,
        items: [
          {
            children: [{ type: 'text', text: 'ett' }],
            sublist: { type: 'list', ordered: true, start: 3, items: [{ children: [{ type: 'text', text: 'inre' }] }] },
          },
          { children: [{ type: 'text', text: 'två' }] },
        ],
      },
    ])
  })

  test('a checklist keeps which boxes are ticked', () => {
    const ticked = { ...item(text('klart')), checked: true }
    expect(freeze(list('check', [ticked, item(text('kvar'))]))).toMatchObject([
      { items: [{ children: [{ text: '☑ ' }, { text: 'klart' }] }, { children: [{ text: '☐ ' }, { text: 'kvar' }] }] },
    ])
  })

  test('a table keeps its heads, its spans and the blocks in its cells', () => {
    const cell = (words: string, fields: Node = {}): Node => node('tablecell', [paragraph(text(words))], fields)
    const table = node('table', [
      node('tablerow', [cell('a', { headerState: 3, colSpan: 2 })]),
      node('tablerow', [cell('b', { headerState: 0 }), cell('c', { rowSpan: 1 })]),
    ])
    const words = (value: string): object[] => [{ type: 'paragraph', children: [{ type: 'text', text: value }] }]
    expect(freeze(table)).toEqual([
      {
        type: 'table',
        rows: [
          { cells: [{ header: true, colSpan: 2, blocks: words('a') }] },
          {
            cells: [
              { header: false, blocks: words('b') },
              { header: false, blocks: words('c') },
            ],
          },
        ],
      },
    ])
    for (const colSpan of [0, -1, 101, 1.5, '2'])
      expect(refusalOf(() => freeze(node('table', [node('tablerow', [cell('x', { colSpan })])]))).code).toBe(
        'BAD_INPUT',
      )
  })

  test('one that says nothing is left out', () => {
    expect(
      freeze(
        paragraph(),
        paragraph(text('  ')),
        paragraph(node('linebreak')),
        node('heading', [], { tag: 'h2' }),
        list('bullet', [item()]),
        node('table', [node('tablerow', [node('tablecell', [paragraph()])])]),
      ),
    ).toEqual([])
  })
})

describe('running text', () => {
  const inline = (...children: Node[]): unknown =>
    (freeze(paragraph(text('.'), ...children, text('.', 16)))[0] as { children: unknown[] }).children.slice(1, -1)

  test('every mark is kept, in one order; looks are not', () => {
    const [bold, italic, strike, underline, code, sub, sup, highlight] = [1, 2, 4, 8, 16, 32, 64, 128]
    expect(
      freeze(paragraph(text('x', bold! + italic! + strike! + underline! + code! + sub! + sup! + highlight!))),
    ).toEqual([
      {
        type: 'paragraph',
        children: [{ type: 'text', text: 'x', marks: ['bold', 'italic', 'underline', 'strike', 'code', 'sub', 'sup'] }],
      },
    ])
    expect(inline(text('x', 128), text('y', 1))).toEqual([{ type: 'text', text: 'y', marks: ['bold'] }])
  })

  test('breaks and tabs are kept, and a line break inside a text is one', () => {
    expect(inline(text('a\nb', 1), node('linebreak'), node('tab'))).toEqual([
      { type: 'text', text: 'a', marks: ['bold'] },
      { type: 'break' },
      { type: 'text', text: 'b', marks: ['bold'] },
      { type: 'break' },
      { type: 'text', text: '\t' },
    ])
  })

  test('the same words give the same bytes however they were typed', () => {
    expect(freeze(paragraph(text('Ån'), text('ge', 0)))).toEqual(freeze(paragraph(text('Ånge'))))
    const onMac = freeze(
      paragraph(text('A'), text('\u030Ange')),
      node('quote', [link('https://example.se/', text('o\u0308'))]),
    )
    const onPc = freeze(paragraph(text('Ånge')), node('quote', [link('https://example.se/', text('ö'))]))
    expect(canonicalBytes(onMac)).toBe(canonicalBytes(onPc))
  })

  test('a link to a document names it by kind and id, however the database gives it', () => {
    const expected = [
      { type: 'link', document: { kind: 'strategy', id: 's-1' }, children: [{ type: 'text', text: 'se' }] },
    ]
    expect(inline(documentLink('strategies', 's-1', text('se')))).toEqual(expected)
    expect(inline(documentLink('strategies', { id: 's-1', title: 'Hemligt' }, text('se')))).toEqual(expected)
    for (const broken of [
      documentLink('users', 'u-1', text('se')),
      documentLink('news', null, text('se')),
      documentLink('media', 'm', text('se')),
    ])
      expect(refusalOf(() => freeze(paragraph(broken))).code).toBe('BAD_INPUT')
  })

  test.each(['https://example.se/a?b=c#d', 'http://example.se', 'mailto:kvinnofrid@example.se', 'tel:+4620505050'])(
    '%s is a link',
    (address) => {
      expect(inline(link(` ${address} `, text('se')))).toEqual([
        { type: 'link', href: address, children: [{ type: 'text', text: 'se' }] },
      ])
    },
  )

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.se/x',
    'file:///etc/passwd',
    '//example.se/x',
    '/lokal',
    '#del',
    'example.se',
    '',
    'https://',
  ])('%j is refused, and told so', (address) => {
    const refusal = refusalOf(() => freeze(paragraph(link(address, text('klicka')))))
    expect([refusal.code, refusal.messages.sv.startsWith('Länken "')]).toEqual(['BAD_INPUT', true])
  })

  test('an address with blanks or control characters is kept as browsers read it', () => {
    expect(inline(link('https://example.se/a b\u0000c', text('se')))).toMatchObject([
      { href: 'https://example.se/a%20b%00c' },
    ])
  })

  test('a link without words is nothing, and one inside another is refused', () => {
    expect(inline(link('javascript:alert(1)'))).toEqual([])
    expect(
      refusalOf(() => freeze(paragraph(link('https://a.se', link('https://b.se', text('x')))))).messages.sv,
    ).toContain('annan länk')
  })
})

describe('what is not known', () => {
  test.each(['block', 'inlineBlock', 'relationship', 'iframe', 'root'])('%s is refused by its name', (type) => {
    expect(refusalOf(() => freeze(node(type, [text('x')]))).messages.en).toContain(`"${type}"`)
    expect(refusalOf(() => freeze(paragraph(node(type)))).messages.en).toContain(`"${type}"`)
  })

  test('a child that is no node is refused, and so is an image that is not there', () => {
    expect(refusalOf(() => freeze(node('paragraph', ['x' as unknown as Node]))).code).toBe('BAD_INPUT')
    expect(refusalOf(() => freeze(node('upload', undefined, { value: 'another' }))).code).toBe('BAD_INPUT')
  })

  test('more than a hundred levels are refused, and not by a stack overflow', () => {
    const nested = (levels: number): Node =>
      levels === 0 ? item(text('x')) : item(text('x'), list('bullet', [nested(levels - 1)]))
    expect(freeze(list('bullet', [nested(40)]))).toHaveLength(1)
    const deep = list('bullet', [nested(5_000)])
    expect(refusalOf(() => freeze(deep)).messages.en).toContain('100 levels')
    expect(refusalOf(() => mediaIdsIn(state(deep))).messages.en).toContain('100 levels')
    const cells = (levels: number): Node =>
      levels === 0 ? paragraph(text('x')) : node('table', [node('tablerow', [node('tablecell', [cells(levels - 1)])])])
    expect(refusalOf(() => freeze(cells(5_000))).messages.en).toContain('100 levels')
  })
})

test('files and documents are found wherever they stand, each once', () => {
  const inCell = node('table', [
    node('tablerow', [
      node('tablecell', [
        node('upload', undefined, { value: 'picture' }),
        paragraph(documentLink('news', 'n-1', text('a'))),
      ]),
    ]),
  ])
  const blocks = freeze(
    inCell,
    node('upload', undefined, { value: 'picture' }),
    list('bullet', [item(text('x'), list('bullet', [item(documentLink('contacts', 'c-1', text('b')))]))]),
    paragraph(documentLink('news', 'n-1', text('c'))),
  )
  expect(filesIn(blocks).map(({ name }) => name)).toEqual(['a'])
  expect(linkedDocumentsIn(blocks)).toEqual([
    { kind: 'news', id: 'n-1' },
    { kind: 'contact', id: 'c-1' },
  ])
  expect(mediaIdsIn(state(inCell, node('upload', undefined, { value: { id: 'other' } })))).toEqual(['picture', 'other'])
})

const anyNode = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue(),
    fc.record(
      {
        type: fc.constantFrom(
          'paragraph',
          'text',
          'link',
          'list',
          'listitem',
          'table',
          'tablerow',
          'tablecell',
          'heading',
          'upload',
          'tab',
          'x',
        ),
        text: fc.oneof(fc.string(), fc.jsonValue()),
        format: fc.oneof(fc.nat(255), fc.jsonValue()),
        fields: fc.oneof(
          fc.record({ linkType: fc.constantFrom('custom', 'internal'), url: fc.oneof(fc.webUrl(), fc.string()) }),
          fc.jsonValue(),
        ),
        value: fc.oneof(fc.constant('picture'), fc.jsonValue()),
        children: fc.oneof(fc.array(tie('node')), fc.jsonValue()),
      },
      { requiredKeys: ['type'] },
    ),
  ),
})).node

test('whatever is handed over becomes blocks that can be archived, or is refused in words', () =>
  fc.assert(
    fc.property(fc.array(anyNode), (children) => {
      let blocks: Block[]
      try {
        blocks = blocksFromLexical({ root: { children } }, images)
      } catch (error) {
        expect(error).toBeInstanceOf(ServiceError)
        return
      }
      expect(JSON.stringify(blocks)).not.toMatch(/"href":"(?!https?:|mailto:|tel:)/i)
      expect(() => canonicalBytes(blocks)).not.toThrow()
    }),
    { numRuns: 500 },
  ))
