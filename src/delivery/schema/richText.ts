import { linkedDocumentsIn } from '../../archive/pure/blocks.js'
import { addressOf } from '../addressed.js'
import { toHtml } from '../richText/html.js'
import { toJson } from '../richText/json.js'
import type { LinkTarget, ResolveDocument } from '../richText/links.js'
import { toMarkdown } from '../richText/markdown.js'
import { toText } from '../richText/text.js'
import type { Addresses } from '../scope.js'
import { allMaybe, mapMaybe, serve, titleOf } from '../served.js'
import { RichTextType, type RichTextAnswer } from './types.js'

type MaybePromise<T> = T | Promise<T>

RichTextType.implement({
  description:
    'One text in four forms. Links to documents keep to the moment of the answer, and lead somewhere or are words.',
  fields: (t) => ({
    html: t.string({
      description: 'Safe to put into a page as it is. Links to documents carry their id in `data-document`.',
      complexity: 5,
      resolve: (answer, _args, { addresses }) =>
        withLinks(answer, addresses, (resolve) => toHtml(answer.blocks, resolve, addresses.file, languageOf(answer))),
    }),
    markdown: t.string({
      description: 'CommonMark, tables as GitHub writes them.',
      complexity: 5,
      resolve: (answer, _args, { addresses }) =>
        withLinks(answer, addresses, (resolve) =>
          toMarkdown(answer.blocks, resolve, addresses.file, languageOf(answer)),
        ),
    }),
    text: t.string({
      description: 'The words alone.',
      complexity: 5,
      resolve: (answer) => toText(answer.blocks, languageOf(answer)),
    }),
    json: t.field({
      type: 'Blocks',
      description: 'The blocks, for a site that draws them itself.',
      complexity: 5,
      resolve: (answer, _args, { addresses }) =>
        withLinks(answer, addresses, (resolve) => toJson(answer.blocks, resolve, addresses.file, languageOf(answer))),
    }),
  }),
})

const languageOf = ({ served }: RichTextAnswer) => served.language ?? served.scope.language

/** Finds every document that the text links to before it is written out, so that writing never waits. */
function withLinks<T>(
  { blocks, served }: RichTextAnswer,
  addresses: Addresses,
  write: (resolve: ResolveDocument) => T,
): MaybePromise<T> {
  const { scope } = served
  const linked = linkedDocumentsIn(blocks).flatMap(({ id }) => {
    const found = scope.view.document(id)
    return found && found.publication === 'PUBLIC' ? [found] : []
  })
  const targets = allMaybe(
    linked.map((found) =>
      mapMaybe(serve(found, scope), (one): LinkTarget => {
        return {
          id: found.id,
          kind: found.kind,
          title: titleOf(one),
          href: addresses.document(addressOf(found, scope)),
        }
      }),
    ),
  )
  return mapMaybe(targets, (all) => {
    const byId = new Map(all.map((target) => [target.id, target]))
    return write(({ id }) => byId.get(id))
  })
}
