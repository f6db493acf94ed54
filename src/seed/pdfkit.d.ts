/** The part of pdfkit that is used here: the package comes without types of its own. */
declare module 'pdfkit' {
  interface StructureElement {
    add(child: StructureElement | (() => void)): this
    end(): void
  }
  interface Options {
    size?: string
    margins?: { top: number; bottom: number; left: number; right: number }
    lang?: string
    tagged?: boolean
    displayTitle?: boolean
    compress?: boolean
    pdfVersion?: '1.4' | '1.5' | '1.6' | '1.7'
    info?: { Title?: string; Author?: string; Subject?: string; CreationDate?: Date; ModDate?: Date }
  }
  export default class PDFDocument {
    constructor(options?: Options)
    font(name: string): this
    fontSize(points: number): this
    fillColor(colour: string): this
    text(text: string, options?: { lineGap?: number; paragraphGap?: number; indent?: number }): this
    moveDown(lines?: number): this
    struct(
      type: string,
      children?: (StructureElement | (() => void)) | (StructureElement | (() => void))[],
    ): StructureElement
    addStructure(element: StructureElement): this
    on(event: 'data', listener: (chunk: Buffer) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }
}
