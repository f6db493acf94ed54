import fc from 'fast-check'
import type { Block, ImageRef, Inline, ListItem, Mark, TableCell } from '../../src/archive/pure/model.js'
import type { ImageUrl, ResolveDocument } from '../../src/delivery/richText/links.js'

/** Words that mean something in HTML, in Markdown, or in an address. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</p></td></table>',
  '<!-- ',
  '-->',
  '&lt;b&gt;',
  '&#60;',
  ']]>',
  '](javascript:alert(1))',
  '![x](y)',
  '[x]: https://evil.example',
  '<https://evil.example>',
  'https://evil.example',
  '**',
  '_',
  '`',
  '``` ',
  '~~~',
  '# ',
  '> ',
  '- ',
  '1. ',
  '1) ',
  '---',
  '===',
  '|',
  '\\',
  '&',
  '!',
  '[',
  ']',
  '\u00a0',
  '\u202e',
  'Å',
  'ord',
  'snake_case_ord',
  ' ',
  '2 < 3 > 1',
]

/** Never a line break: the archive keeps those as breaks. */
export const someText = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ minLength: 1, maxLength: 5 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join('').replace(/[\r\n\0]/g, ' '))

const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  someText.map((words) => `https://example.se/${words}`),
  fc.constantFrom(
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<b>',
    '//x',
    '/x',
    '"',
    'mailto:a@example.se',
    'tel:+46',
  ),
)
const marks: Mark[] = ['bold', 'italic', 'underline', 'strike', 'code', 'sub', 'sup']

const textInline: fc.Arbitrary<Inline> = fc
  .record({ text: someText, marks: fc.subarray(marks) })
  .map(({ text, marks: some }) => ({ type: 'text', text, ...(some.length > 0 ? { marks: some } : {}) }))
const plainInline: fc.Arbitrary<Inline> = fc.oneof(
  { arbitrary: textInline, weight: 4 },
  fc.constant<Inline>({ type: 'break' }),
)
const documentId = fc.constantFrom('known', 'unknown', '"><b>')
const words = fc.array(plainInline, { minLength: 1, maxLength: 3 }).map(joined).filter(saysSomething)
const link: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ href, children: words }).map((one): Inline => ({ type: 'link', ...one })),
  fc
    .record({ id: documentId, children: words })
    .map(({ id, children }): Inline => ({ type: 'link', document: { kind: 'news', id }, children })),
)
/** As the archive holds them: something to read, and neighbours with the same marks are one. */
export const someInlines = fc
  .array(fc.oneof({ arbitrary: plainInline, weight: 4 }, link), { minLength: 1, maxLength: 5 })
  .map(joined)
  .filter(saysSomething)

function joined(inlines: Inline[]): Inline[] {
  return inlines.filter((one, position) => {
    const before = inlines[position - 1]
    return one.type !== 'text' || before?.type !== 'text' || String(one.marks) !== String(before.marks)
  })
}

function saysSomething(inlines: readonly Inline[]): boolean {
  return inlines.some((one) =>
    one.type === 'text' ? one.text.trim() !== '' : one.type === 'link' && saysSomething(one.children),
  )
}

const list = (depth: number): fc.Arbitrary<Extract<Block, { type: 'list' }>> =>
  fc
    .record({
      ordered: fc.boolean(),
      start: fc.option(fc.integer({ min: 2, max: 12 }), { nil: undefined }),
      items: fc.array(item(depth), { minLength: 1, maxLength: 3 }),
    })
    .map(({ ordered, start, items }) => ({ type: 'list', ordered, ...(ordered && start ? { start } : {}), items }))
const item = (depth: number): fc.Arbitrary<ListItem> =>
  fc
    .record({
      children: someInlines,
      sublist: depth === 0 ? fc.constant(undefined) : fc.option(list(depth - 1), { nil: undefined }),
    })
    .map(({ children, sublist }) => ({ children, ...(sublist ? { sublist } : {}) }))

export const picture = (name: string, change: Partial<ImageRef> = {}): ImageRef => ({
  sha256: name,
  sha512: name,
  size: 1,
  mediaType: 'image/png',
  name,
  width: 1600,
  height: 900,
  alt: { sv: 'En bild' },
  credit: null,
  focal: null,
  renditions: [],
  ...change,
})
const image: fc.Arbitrary<Block> = fc
  .record({ name: someText, alt: fc.option(fc.record({ sv: someText })), credit: fc.option(someText) })
  .map(({ name, alt, credit }) => ({ type: 'image', image: picture(name, { alt, credit }) }))

export const someBlock = (depth = 2): fc.Arbitrary<Block> =>
  fc.oneof(
    { arbitrary: someInlines.map((children): Block => ({ type: 'paragraph', children })), weight: 4 },
    fc
      .record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const), children: someInlines })
      .map((one): Block => ({ type: 'heading', ...one })),
    someInlines.map((children): Block => ({ type: 'quote', children })),
    list(2),
    image,
    fc.constant<Block>({ type: 'rule' }),
    ...(depth === 0 ? [] : [table(depth)]),
  )
const cell = (depth: number): fc.Arbitrary<TableCell> =>
  fc
    .record({
      header: fc.boolean(),
      colSpan: fc.constantFrom(1, 1, 2),
      blocks: fc.array(someBlock(depth - 1), { maxLength: 2 }),
    })
    .map(({ header, colSpan, blocks }) => ({ header, ...(colSpan > 1 ? { colSpan } : {}), blocks }))
const table = (depth: number): fc.Arbitrary<Block> =>
  fc
    .array(fc.record({ cells: fc.array(cell(depth), { minLength: 1, maxLength: 3 }) }), { minLength: 1, maxLength: 3 })
    .map((rows) => ({ type: 'table', rows }))

export const someBlocks = fc.array(someBlock(), { maxLength: 4 })

/** The document `known` is found, at an address that needs escaping; no other is. */
export const resolve: ResolveDocument = ({ kind, id }) =>
  id === 'known' ? { href: 'https://lan.example/nyhet?a=1&b="2"', kind, id, title: 'Titel' } : undefined
export const imageUrl: ImageUrl = ({ sha256, name }) => `https://lan.example/filer/${sha256}/${name}`
