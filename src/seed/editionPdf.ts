import type { LexicalNode, RichTextValue } from './lexical.js'
import { PDFDocument } from './pdfkit.js'

export interface PdfText {
  title: string
  author: string
  subject: string
  /** Stands in the file's metadata; given, so that the same text always gives the same bytes. */
  writtenAt: Date
  text: RichTextValue
}

type Tag = 'H1' | 'H2' | 'P'

const looks: Record<Tag, { font: string; size: number; gap: number }> = {
  H1: { font: 'Helvetica-Bold', size: 22, gap: 12 },
  H2: { font: 'Helvetica-Bold', size: 15, gap: 4 },
  P: { font: 'Helvetica', size: 11, gap: 8 },
}

const childrenOf = (node: LexicalNode): LexicalNode[] =>
  Array.isArray(node.children) ? (node.children as LexicalNode[]) : []

const wordsOf = (node: LexicalNode): string =>
  typeof node.text === 'string' ? node.text : childrenOf(node).map(wordsOf).join('')

/** The few kinds of block that the editions use; list items become paragraphs with their sign before them. */
function linesOf(block: LexicalNode): { tag: Tag; words: string }[] {
  if (block.type === 'heading') return [{ tag: 'H2', words: wordsOf(block) }]
  if (block.type !== 'list') return [{ tag: 'P', words: wordsOf(block) }]
  const sign = (index: number) => (block.listType === 'number' ? `${index + 1}.` : '•')
  return childrenOf(block).map((item, index) => ({ tag: 'P', words: `${sign(index)} ${wordsOf(item)}` }))
}

/**
 * A tagged, Swedish PDF of a text: title, language, headings and paragraphs are marked for screen readers.
 * Neither the clock nor a compressor's version comes into it, so the bytes are the same on every machine.
 */
export function editionPdf({ title, author, subject, writtenAt, text }: PdfText): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 72, bottom: 72, left: 72, right: 72 },
    lang: 'sv-SE',
    tagged: true,
    displayTitle: true,
    compress: false,
    pdfVersion: '1.7',
    info: { Title: title, Author: author, Subject: subject, CreationDate: writtenAt, ModDate: writtenAt },
  })
  const chunks: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  const body = pdf.struct('Document')
  pdf.addStructure(body)
  for (const { tag, words } of [{ tag: 'H1' as const, words: title }, ...childrenOf(text.root).flatMap(linesOf)]) {
    const { font, size, gap } = looks[tag]
    body.add(pdf.struct(tag, () => void pdf.font(font).fontSize(size).text(words, { lineGap: 3, paragraphGap: gap })))
  }
  body.end()
  pdf.end()
  return finished
}
