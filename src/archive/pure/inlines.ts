import { collectionOf, kindOf, type DocumentKind } from '../../vocabulary.js'
import { safeHref } from './href.js'
import { badText, childrenOf, idOf, isObject, refuseTooDeep, unknownNode, type LexicalNode } from './lexicalNode.js'
import type { Inline, Mark } from './model.js'

/**
 * Lexical keeps marks as bits (`LexicalConstants.ts`). Those not listed, highlighting and letter case, are looks
 * that people come by through pasting, and are left out.
 */
const bits: readonly (readonly [number, Mark])[] = [
  [1, 'bold'],
  [2, 'italic'],
  [8, 'underline'],
  [4, 'strike'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]

/** The running text inside a block. Paragraphs inside it (in a list item or a quote) become lines. */
export function inlinesFrom(nodes: readonly LexicalNode[], depth: number, insideLink = false): Inline[] {
  refuseTooDeep(depth)
  const result: Inline[] = []
  for (const node of nodes) {
    if (node.type === 'paragraph') {
      if (result.length > 0) result.push({ type: 'break' })
      result.push(...inlinesFrom(childrenOf(node), depth + 1, insideLink))
    } else result.push(...inlineFrom(node, depth, insideLink))
  }
  return joined(result)
}

function inlineFrom(node: LexicalNode, depth: number, insideLink: boolean): Inline[] {
  switch (node.type) {
    case 'text':
      return textFrom(node)
    case 'tab':
      return [{ type: 'text', text: '\t' }]
    case 'linebreak':
      return [{ type: 'break' }]
    case 'link':
    case 'autolink':
      if (insideLink) throw badText('En länk ligger inuti en annan länk.', 'A link lies inside another link.')
      return linkFrom(node, inlinesFrom(childrenOf(node), depth + 1, true))
    default:
      throw unknownNode(node.type)
  }
}

function textFrom(node: LexicalNode): Inline[] {
  const text = typeof node['text'] === 'string' ? node['text'] : ''
  const format = typeof node['format'] === 'number' ? node['format'] : 0
  const marks = bits.flatMap(([bit, mark]) => ((format & bit) === 0 ? [] : [mark]))
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line, ...(marks.length > 0 ? { marks } : {}) }]),
    ])
}

function linkFrom(node: LexicalNode, children: Inline[]): Inline[] {
  if (!hasContent(children)) return children
  const fields = isObject(node['fields']) ? node['fields'] : {}
  if (fields['linkType'] === 'internal') return [{ type: 'link', document: linkedDocument(fields['doc']), children }]
  const address = typeof fields['url'] === 'string' ? fields['url'] : ''
  const href = safeHref(address)
  if (href === undefined) {
    throw badText(
      `Länken "${address}" kan inte användas. Skriv hela adressen, med https://, mailto: eller tel: först.`,
      `The link "${address}" cannot be used. Write the whole address, beginning with https://, mailto: or tel:.`,
    )
  }
  return [{ type: 'link', href, children }]
}

function linkedDocument(doc: unknown): { kind: DocumentKind; id: string } {
  const collection = isObject(doc) ? doc['relationTo'] : undefined
  const id = isObject(doc) ? idOf(doc['value']) : undefined
  const kind = Object.values(kindOf).find((one) => collectionOf[one] === collection)
  if (kind && id) return { kind, id }
  throw badText('En länk leder till något som inte kan publiceras.', 'A link leads to what cannot be published.')
}

/** Neighbours with the same marks become one, so that the same words give the same bytes however they were typed. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const one of inlines) {
    const last = result.at(-1)
    if (one.type === 'text' && last?.type === 'text' && String(one.marks) === String(last.marks)) {
      result[result.length - 1] = { ...last, text: last.text + one.text }
    } else result.push(one)
  }
  return result
}

/** Whether there is anything to read. */
export const hasContent = (inlines: readonly Inline[]): boolean =>
  inlines.some((one) => (one.type === 'text' ? one.text.trim() !== '' : one.type === 'link'))
