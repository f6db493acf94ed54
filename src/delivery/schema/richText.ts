import { linkedDocumentsIn } from '../../archive/pure/blocks.js'
import type { Block } from '../../archive/pure/model.js'
import { addressOf } from '../addressed.js'
import { toHtml } from '../richText/html.js'
import { toJson } from '../richText/json.js'
import type { LinkTarget, ResolveDocument } from '../richText/links.js'
import { toMarkdown } from '../richText/markdown.js'
import { toText } from '../richText/text.js'
import type { Budget } from '../budget.js'
import type { Addresses, DeliveryContext } from '../scope.js'
import { allMaybe, mapMaybe, type MaybePromise } from '../maybe.js'
import { serve, titleOf } from '../served.js'
import { RichTextType, type RichTextAnswer } from './types.js'

RichTextType.implement({
  description:
    'One text in four forms. Links to documents keep to the moment of the answer, and lead somewhere or are words.',
  fields: (t) => ({
    html: t.string({
      description: 'Safe to put into a page as it is. Links to documents carry their id in `data-document`.',
      complexity: 5,
      resolve: (answer, _args, context) =>
        withLinks(answer, context, (resolve, file) => toHtml(answer.blocks, resolve, file, languageOf(answer))),
    }),
    markdown: t.string({
      description: 'CommonMark, tables as GitHub writes them.',
      complexity: 5,
      resolve: (answer, _args, context) =>
        withLinks(answer, context, (resolve, file) => toMarkdown(answer.blocks, resolve, file, languageOf(answer))),
    }),
    text: t.string({
      description: 'The words alone.',
      complexity: 5,
      resolve: (answer, _args, { budget }) => {
        spend(budget, answer)
        return toText(answer.blocks, languageOf(answer))
      },
    }),
    json: t.field({
      type: 'Blocks',
      description: 'The blocks, for a site that draws them itself.',
      complexity: 5,
      resolve: (answer, _args, context) =>
        withLinks(answer, context, (resolve, file) => toJson(answer.blocks, resolve, file, languageOf(answer))),
    }),
  }),
})

const languageOf = ({ served }: RichTextAnswer) => served.language ?? served.scope.language

const sizes = new WeakMap<readonly Block[], number>()

/** Takes from the budget about what each form of the text is long, before it is written. */
function spend(budget: Budget, { blocks }: RichTextAnswer): void {
  const size = sizes.get(blocks) ?? JSON.stringify(blocks).length
  sizes.set(blocks, size)
  budget.write(size)
}

/** Finds every document that the text links to before it is written out, so that writing never waits. */
export function withLinks<T>(
  answer: RichTextAnswer,
  { addresses, budget }: DeliveryContext,
  write: (resolve: ResolveDocument, file: Addresses['file']) => T,
): MaybePromise<T> {
  spend(budget, answer)
  const { blocks, served } = answer
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
    return write(({ id }) => byId.get(id), addresses.file)
  })
}
