import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block, Inline, ListItem, Mark, TableCell } from '../../src/archive/pure/model.js'
import { toMarkdown } from '../../src/delivery/richText/markdown.js'
import { imageUrl, picture, resolve, someBlocks } from './anyBlocks.js'

const markdown = (...blocks: Block[]): string => toMarkdown(blocks, resolve, imageUrl)
const text = (words: string, ...marks: Mark[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})
const line = (...children: Inline[]): string => markdown({ type: 'paragraph', children })
const link = (href: string, ...children: Inline[]): Inline => ({ type: 'link', href, children })
const toDocument = (id: string, ...children: Inline[]): Inline => ({
  type: 'link',
  document: { kind: 'news', id },
  children,
})

describe('text', () => {
  test.each([
    ['*a* _b_ `c` [d](e) <f> ~g~ \\', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\\\'],
    ['AT&T &amp; &#60;', 'AT\\&T \\&amp; \\&#60;'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['> a', '\\> a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    ['1.5 kg', '1.5 kg'],
    ['===', '\\==='],
    ['---', '\\---'],
  ])('%s stays text, as %s', (words, written) => {
    expect(line(text(words))).toBe(written)
  })

  test('cannot start another block after a break', () => {
    expect(line(text('a'), { type: 'break' }, text('# b'))).toBe('a\\\n\\# b')
  })

  test('loses breaks and blanks at its ends, which would be shown as signs', () => {
    expect(line({ type: 'break' }, text(' a'), { type: 'break' }, text('\u00a0'), { type: 'break' })).toBe('a')
    expect(line(text('a\\'), { type: 'break' })).toBe('a\\\\')
  })
})

describe('marks', () => {
  test('are signs where there are any, and else HTML', () => {
    expect(line(text('b', 'bold'), text(' '), text('i', 'italic'), text(' '), text('c', 'code'))).toBe('**b** _i_ `c`')
    expect(line(text('u', 'underline'), text('s', 'strike'), text('2', 'sub'), text('3', 'sup'))).toBe(
      '<u>u</u><s>s</s><sub>2</sub><sup>3</sup>',
    )
  })

  test('of neighbours are written once, and blanks stand outside', () => {
    expect(line(text('a ', 'bold'), text('b', 'bold', 'italic'))).toBe('**a _b_**')
    expect(line(text('a', 'bold'), toDocument('unknown', text('b', 'bold')))).toBe('**ab**')
    expect(line(text(' a ', 'bold'), text('b'))).toBe('**a** b')
  })

  test('within a word keep their sense', () => {
    expect(line(text('a', 'bold'), text('b'))).toBe('**a**&#x62;')
    expect(line(text('\\', 'italic'), text('b'))).toBe('_\\\\_&#x62;')
  })

  test('of code hold any sign, also beside other code', () => {
    expect(line(text('a`b', 'code'))).toBe('``a`b``')
    expect(line(text('`', 'code'))).toBe('`` ` ``')
    expect(line(text('a', 'code'), text('b', 'code', 'underline'))).toBe('`a`<u>`b`</u>')
    expect(line(text('a', 'code'), link('https://b.se', text('b', 'code')), text('c', 'code'))).toBe(
      '`a`[`b`](https://b.se)`c`',
    )
    expect(line(link('https://b.se', text(']: <', 'code')))).toBe('[<code>\\]: \\<</code>](https://b.se)')
  })
})

describe('links', () => {
  test('have an address that nothing ends early', () => {
    expect(line(link('https://a.se/(x) <y>', text('a]b')))).toBe('[a\\]b](https://a.se/%28x%29%20%3Cy%3E)')
    expect(line(link('https://a.se/?a=1&lt;=2', text('a')))).toBe('[a](https://a.se/?a=1&amp;lt;=2)')
  })

  test('lead to a document where it is found, and nowhere else', () => {
    expect(line(toDocument('known', text('se')))).toBe('[se](https://lan.example/nyhet?a=1&b="2")')
    expect(line(text('!'), toDocument('known', text('se')))).toBe('\\![se](https://lan.example/nyhet?a=1&b="2")')
    expect(line(toDocument('unknown', text('se')), text(' mer'))).toBe('se mer')
    expect(line(link('javascript:alert(1)', text('se')))).toBe('se')
  })
})

describe('blocks', () => {
  const paragraph = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })
  const item = (words: string, sublist?: ListItem['sublist']): ListItem => ({
    children: [text(words)],
    ...(sublist ? { sublist } : {}),
  })

  test('headings, quotes and rules', () => {
    expect(markdown({ type: 'heading', level: 3, children: [text('R #')] })).toBe('### R \\#')
    expect(markdown({ type: 'quote', children: [text('a'), { type: 'break' }, text('b')] }, { type: 'rule' })).toBe(
      '> a\\\n> b\n\n* * *',
    )
  })

  test('lists inside lists, from their number on, and two in a row apart', () => {
    const inner = { type: 'list' as const, ordered: true, start: 9, items: [item('x'), item('y')] }
    const outer: Block = { type: 'list', ordered: false, items: [item('a', inner), item('b')] }
    expect(markdown(outer, { type: 'list', ordered: false, items: [item('c')] })).toBe(
      '- a\n\n  9. x\n  10. y\n- b\n\n<!-- -->\n\n- c',
    )
  })

  test('tables keep their columns under wide and tall cells, and their cells in one line', () => {
    const cell = (words: string, change: Partial<TableCell> = {}): TableCell => ({
      header: false,
      blocks: [paragraph(words)],
      ...change,
    })
    const rows = [
      { cells: [cell('År', { header: true }), cell('Insats', { header: true, colSpan: 2 })] },
      {
        cells: [cell('2018', { rowSpan: 2 }), cell('a|b'), { header: false, blocks: [paragraph('c'), paragraph('d')] }],
      },
      { cells: [cell('e'), cell('f')] },
    ]
    expect(markdown({ type: 'table', rows })).toBe(
      ['| År | Insats |  |', '| --- | --- | --- |', '| 2018 | a\\|b | c<br>d |', '|  | e | f |'].join('\n'),
    )
    expect(markdown({ type: 'table', rows: [{ cells: [cell('a')] }] })).toBe('|  |\n| --- |\n| a |')
  })

  test('images with their text and credit', () => {
    expect(markdown({ type: 'image', image: picture('p', { alt: { sv: 'A [b]' }, credit: '- C' }) })).toBe(
      '![A \\[b\\]](https://lan.example/filer/p/p)\n\n\\- C',
    )
  })
})

/** Code is left out: only a whole reader of CommonMark can tell where it begins and ends. */
const withoutCode = (blocks: readonly Block[]): Block[] =>
  JSON.parse(JSON.stringify(blocks), (key, value: unknown) =>
    key === 'marks' && Array.isArray(value) ? value.filter((mark) => mark !== 'code') : value,
  ) as Block[]

test('whatever an editor writes, no tag comes through but ours, and every link leads to the web, a mailbox or a telephone', () =>
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      const written = markdown(...withoutCode(blocks)).replaceAll('\\\\', '')
      for (const [tag] of written.matchAll(/(?<!\\)<[^>]*>?/g))
        expect(tag).toMatch(/^<(?:\/?(?:u|s|sub|sup)|br|!-- --)>$/)
      for (const [, address] of written.matchAll(/(?<!\\)\]\(([^)]*)\)/g))
        expect(address).toMatch(/^(?:https?|mailto|tel):/i)
    }),
    { numRuns: 500 },
  ))
