import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import type { Block } from '../../src/archive/pure/model.js'
import { toMarkdown } from '../../src/delivery/richText/markdown.js'
import { imageUrl, resolve, someBlocks } from './anyBlocks.js'
test('tables keep their columns', () => {
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      for (const b of blocks) {
        if (b.type !== 'table') continue
        const md = toMarkdown([b], resolve, imageUrl)
        if (md === '') continue
        const html = marked.parse(md, { async: false }) as string
        const width = Math.max(...b.rows.map((r) => r.cells.reduce((n, c) => n + (c.colSpan ?? 1), 0)))
        const rows = html.match(/<tr>[\s\S]*?<\/tr>/g) ?? []
        expect([md, html, rows.map((r) => (r.match(/<t[hd]/g) ?? []).length)]).toEqual([md, html, rows.map(() => width)])
        expect([md, rows.length]).toEqual([md, b.rows.length + (b.rows[0]!.cells.every((c) => c.header) ? 0 : 1)])
      }
    }),
    { numRuns: 1500 },
  )
})
void (0 as unknown as Block)
