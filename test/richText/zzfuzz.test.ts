import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { micromark } from 'micromark'
import type { Block, Inline } from '../../src/archive/pure/model.js'
import { toMarkdown } from '../../src/delivery/richText/markdown.js'
import { toHtml } from '../../src/delivery/richText/html.js'
import { imageUrl, resolve, someBlock } from './anyBlocks.js'
const nt = someBlock(0).filter((b) => b.type !== 'image')
const strip = (html: string) => html.replace(/<!--.*?-->/g, '').replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, n: string) => (({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }) as Record<string, string>)[n]!).replace(/\s/g, '')
const enc = (h: string) => { try { return encodeURI(decodeURI(h)) } catch { return 'x' } }
const hrefs = (html: string) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, h]) => enc((h!.replace(/&amp;/g, '&').replace(/&quot;/g,'"').replace(/&#39;/g,"'").replace(/%(?![0-9A-Fa-f]{2})/g,'%25'))))
const shape = (html: string) => [...html.replace(/<!--.*?-->/g, '').matchAll(/<(\/?(?:p|h[1-6]|blockquote|ul|ol|li|hr|pre|table|img))\b/g)].map(([, t]) => t).filter((t)=>t!=='p'&&t!=='/p').join(' ')
test('fuzz', () => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 100; seed += 1) {
    const r = fc.check(
      fc.property(fc.array(nt, { minLength: 1, maxLength: 2 }), (blocks) => {
        const md = toMarkdown(blocks, resolve, imageUrl)
        const html = micromark(md, { allowDangerousHtml: true })
        const mine = toHtml(blocks, resolve, imageUrl)
        expect(strip(html)).toBe(strip(mine))
        expect(hrefs(html).length).toBe(hrefs(mine).length)
        expect(shape(html)).toBe(shape(mine))
      }),
      { numRuns: 120, seed: seed + Number(process.env.S ?? 0) },
    )
    if (r.failed) {
      const blocks = r.counterexample![0]
      const key = JSON.stringify(blocks)
      if (seen.has(key)) continue
      seen.add(key)
      const md = toMarkdown(blocks, resolve, imageUrl)
      process.stdout.write(`--- ${key}\nMD: ${JSON.stringify(md)}\nGOT: ${JSON.stringify(micromark(md, { allowDangerousHtml: true }))}\nWANT: ${JSON.stringify(toHtml(blocks, resolve, imageUrl))}\n`)
    }
  }
})
void (0 as unknown as Block | Inline)
