import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block, Inline } from '../../src/archive/pure/model.js'
import { toHtml } from '../../src/delivery/richText/html.js'
import { imageUrl, picture, resolve, someBlocks } from './anyBlocks.js'

const html = (...blocks: Block[]): string => toHtml(blocks, resolve, imageUrl)
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const text = (words: string): Inline => ({ type: 'text', text: words })

describe('text', () => {
  test('is escaped, whatever it says', () => {
    expect(html(paragraph(text(`<script>alert("x")</script> & it's`)))).toBe(
      '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; it&#39;s</p>',
    )
  })

  test('bears its marks, the first outermost', () => {
    expect(
      html(
        paragraph({
          type: 'text',
          text: 'a<b',
          marks: ['bold', 'italic', 'underline', 'strike', 'code', 'sub', 'sup'],
        }),
      ),
    ).toBe('<p><strong><em><u><s><code><sub><sup>a&lt;b</sup></sub></code></s></u></em></strong></p>')
    expect(html(paragraph(text('a'), { type: 'break' }, text('b')))).toBe('<p>a<br>b</p>')
  })
})

describe('a link', () => {
  const link = (href: string): Inline => ({ type: 'link', href, children: [text('se <här>')] })
  const toDocument = (id: string): Inline => ({ type: 'link', document: { kind: 'news', id }, children: [text('se')] })

  test('to an address is escaped', () => {
    expect(html(paragraph(link('https://example.se/?a=1&b="<')))).toBe(
      '<p><a href="https://example.se/?a=1&amp;b=&quot;&lt;">se &lt;här&gt;</a></p>',
    )
  })

  test.each(['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', '/x', ''])(
    'to %j leaves the words alone, though the archive should never hold it',
    (href) => {
      expect(html(paragraph(link(href)))).toBe('<p>se &lt;här&gt;</p>')
    },
  )

  test('to a document has its address at the moment and its id, and without either only the words', () => {
    expect(html(paragraph(toDocument('known')))).toBe(
      '<p><a href="https://lan.example/nyhet?a=1&amp;b=&quot;2&quot;" data-document="known">se</a></p>',
    )
    expect(html(paragraph(toDocument('unknown')))).toBe('<p>se</p>')
  })
})

test('headings, quotes, rules and lists', () => {
  expect(
    html(
      { type: 'heading', level: 3, children: [text('R')] },
      { type: 'quote', children: [text('C')] },
      { type: 'rule' },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          { children: [text('a')], sublist: { type: 'list', ordered: false, items: [{ children: [text('b')] }] } },
          { children: [text('c')] },
        ],
      },
    ),
  ).toBe(
    '<h3>R</h3>\n<blockquote><p>C</p></blockquote>\n<hr>\n<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>',
  )
})

describe('a table', () => {
  const cell = (header: boolean, words: string, spans: object = {}) => ({
    header,
    blocks: [paragraph(text(words))],
    ...spans,
  })

  test('tells which cells head a column and which a row', () => {
    expect(
      html({
        type: 'table',
        rows: [
          { cells: [cell(true, 'År'), cell(true, 'Insats', { colSpan: 2 })] },
          { cells: [cell(true, '2018'), cell(false, 'a', { rowSpan: 2 }), { header: false, blocks: [] }] },
        ],
      }),
    ).toBe(
      '<table><thead><tr><th scope="col">År</th><th scope="col" colspan="2">Insats</th></tr></thead>' +
        '<tbody><tr><th scope="row">2018</th><td rowspan="2">a</td><td></td></tr></tbody></table>',
    )
  })

  test('of heads alone has a body, and one without heads no head', () => {
    expect(html({ type: 'table', rows: [{ cells: [cell(true, 'a')] }] })).toBe(
      '<table><tbody><tr><th scope="col">a</th></tr></tbody></table>',
    )
    expect(html({ type: 'table', rows: [{ cells: [cell(false, 'a')] }] })).toBe(
      '<table><tbody><tr><td>a</td></tr></tbody></table>',
    )
  })

  test('keeps several blocks in a cell apart', () => {
    const blocks = [paragraph(text('a')), { type: 'rule' as const }]
    expect(html({ type: 'table', rows: [{ cells: [{ header: false, blocks }] }] })).toContain('<td><p>a</p>\n<hr></td>')
  })
})

describe('an image', () => {
  const rendition = (width: number, height: number) => ({ ...picture(`w${width}`), rendition: 'x', width, height })
  const figure = (change: Parameters<typeof picture>[1], language?: 'sv' | 'en'): string =>
    toHtml([{ type: 'image', image: picture('bild', change) }], resolve, ({ sha256 }) => `/f/${sha256}`, language)

  test('has its size, so that the page does not jump, its text and its credit', () => {
    expect(figure({ alt: { sv: '"En" bild' }, credit: 'A & B' })).toBe(
      '<figure><img src="/f/bild" width="1600" height="900" alt="&quot;En&quot; bild" loading="lazy"><figcaption>A &amp; B</figcaption></figure>',
    )
  })

  test('names renditions of its own shape by width, and shows a plain browser a middling one', () => {
    const written = figure({
      renditions: [rendition(1920, 1080), rendition(640, 360), rendition(300, 300), rendition(1280, 720)],
    })
    expect(written).toContain('src="/f/w1280" srcset="/f/w640 640w, /f/w1280 1280w, /f/w1920 1920w" sizes="')
  })

  test('that is decoration has an empty text; one in another language says which', () => {
    expect(figure({ alt: null })).toContain(' alt="" loading')
    expect(figure({ alt: { sv: 'Bild' } }, 'en')).toContain(' alt="Bild" lang="sv"')
    expect(figure({ alt: { sv: 'Bild', en: 'Picture' } }, 'en')).toContain(' alt="Picture" loading')
    expect(figure({ alt: {} })).toContain(' alt="" loading')
  })
})

const attributesOf: Record<string, readonly string[]> = {
  a: ['href', 'data-document'],
  img: ['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'lang', 'loading'],
  ol: ['start'],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
}
const tags = new Set(
  'p h2 h3 h4 blockquote ul ol li table thead tbody tr th td figure img figcaption hr br a strong em u s code sub sup'.split(
    ' ',
  ),
)
const isVoid = (tag: string): boolean => ['img', 'hr', 'br'].includes(tag)
const unescaped = (written: string): string =>
  written.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
  )

/** Reads HTML of our own narrow form; anything else is an error. */
function read(written: string): { words: string; addresses: string[] } {
  const open: string[] = []
  const addresses: string[] = []
  let words = ''
  let rest = written
  while (rest !== '') {
    const [tagText, end, tag = '', attributes = ''] = /^<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/.exec(rest) ?? []
    if (tagText === undefined) {
      const [piece] = /^(?:[^<>&"']|&(?:amp|lt|gt|quot|#39);)+/.exec(rest) ?? []
      if (piece === undefined) throw new Error(`not ours: ${rest.slice(0, 60)}`)
      words += unescaped(piece)
      rest = rest.slice(piece.length)
      continue
    }
    if (!tags.has(tag)) throw new Error(`no tag of ours: ${tagText}`)
    if (end) expect(open.pop()).toBe(tag)
    else if (!isVoid(tag)) open.push(tag)
    for (const [, name, value] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      expect(attributesOf[tag] ?? []).toContain(name)
      expect(value).toMatch(/^(?:[^&]|&(?:amp|lt|gt|quot|#39);)*$/)
      if (name === 'href') addresses.push(unescaped(value!))
    }
    rest = rest.slice(tagText.length)
  }
  expect(open).toEqual([])
  return { words, addresses }
}

test('whatever an editor writes, there is no tag, no attribute and no address but ours, and no word is lost', () =>
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      const { words, addresses } = read(toHtml(blocks, resolve, imageUrl))
      for (const address of addresses) expect(new URL(address).protocol).toMatch(/^(?:https?|mailto|tel):$/)
      const bare = (value: string): string => value.replace(/\s/g, '')
      expect(bare(words)).toBe(bare(wordsOf(blocks)))
    }),
    { numRuns: 500 },
  ))

function wordsOf(blocks: readonly Block[]): string {
  const inline = (one: Inline): string =>
    one.type === 'text' ? one.text : one.type === 'link' ? one.children.map(inline).join('') : ''
  const list = ({ items }: Extract<Block, { type: 'list' }>): string =>
    items.map(({ children, sublist }) => children.map(inline).join('') + (sublist ? list(sublist) : '')).join('')
  return blocks
    .map((block) => {
      if (block.type === 'table')
        return block.rows.flatMap(({ cells }) => cells.map((cell) => wordsOf(cell.blocks))).join('')
      if (block.type === 'image') return block.image.credit ?? ''
      if (block.type === 'list') return list(block)
      return block.type === 'rule' ? '' : block.children.map(inline).join('')
    })
    .join('')
}
