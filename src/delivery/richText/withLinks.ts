import { linkedDocumentsIn } from '../../archive/pure/blocks.js'
import type { Block } from '../../archive/pure/model.js'
import { addressOf } from '../addressed.js'
import type { Budget } from '../budget.js'
import { allMaybe, mapMaybe, type MaybePromise } from '../maybe.js'
import type { Addresses, DeliveryContext } from '../scope.js'
import { serve, titleOf, type Served } from '../served.js'
import type { LinkTarget, ResolveDocument } from './links.js'

/** A text, and the document at whose owner its links and pictures are found. */
export interface RichTextAnswer {
  blocks: readonly Block[]
  served: Served
}

const sizes = new WeakMap<readonly Block[], number>()

/** Takes from the budget about what each form of the text is long, before it is written. */
export function spend(budget: Budget, { blocks }: RichTextAnswer): void {
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
