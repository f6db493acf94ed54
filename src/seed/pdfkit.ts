import { createRequire } from 'node:module'

export interface StructureElement {
  add(child: StructureElement | (() => void)): this
  end(): void
}

interface Options {
  size: string
  margins: { top: number; bottom: number; left: number; right: number }
  lang: string
  tagged: boolean
  displayTitle: boolean
  compress: boolean
  pdfVersion: '1.7'
  info: { Title: string; Author: string; Subject: string; CreationDate: Date; ModDate: Date }
}

interface Pdf {
  font(name: string): this
  fontSize(points: number): this
  /** Gaps are in points. */
  text(text: string, options: { lineGap: number; paragraphGap: number }): this
  struct(type: string, child?: () => void): StructureElement
  addStructure(element: StructureElement): this
  on(event: 'data', listener: (chunk: Buffer) => void): this
  on(event: 'end', listener: () => void): this
  on(event: 'error', listener: (error: Error) => void): this
  end(): void
}

/** The part of pdfkit that is used here. The package has no types of its own: required, so that they can be given. */
export const PDFDocument = createRequire(import.meta.url)('pdfkit') as new (options: Options) => Pdf
