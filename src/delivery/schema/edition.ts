import { throughBefore } from '../../archive/pure/edtf.js'
import { DEFAULT_LANGUAGE, type LanguageCode } from '../../vocabulary.js'
import { editionsOf, effectiveUntil, serveEdition, validityOn, type Placed } from '../editions.js'
import { dayOf } from '../scope.js'
import { allMaybe, mapMaybe, type MaybePromise } from '../maybe.js'
import { factsOf, publicOnes, textsOf, type Served } from '../served.js'
import { recordAnswer } from './document.js'
import { DecisionType, partsOf, PartType, PartyType, Prolongation, Repeal } from './editionParts.js'
import { CertaintyEnum, PublicationEnum, ValidityStateEnum } from './enums.js'
import {
  DocumentInterface,
  EditionType,
  FileType,
  NodeInterface,
  PriorPublicationType,
  RecordType,
  RichTextType,
  StrategyType,
} from './types.js'

/** The id of the strategy: the index keeps it where the text may no longer be read. */
const strategyIdOf = ({ found }: Served): string | null => found?.published.record.index?.strategy ?? null

function validityOf(edition: Served, validAt: string | null | undefined): ReturnType<typeof validityOn> {
  const strategy = strategyIdOf(edition)
  return strategy ? validityOn(edition.scope, strategy, edition.id, validAt ?? dayOf(edition.scope)) : null
}

/** The editions of its own strategy, itself among them. */
const besides = (edition: Served): MaybePromise<Placed[]> => {
  const strategy = strategyIdOf(edition)
  return strategy ? editionsOf(edition.scope, strategy) : []
}

const titleIn = (titles: Partial<Record<LanguageCode, string>>, language: LanguageCode | null): string | null =>
  (language && titles[language]) ?? titles[DEFAULT_LANGUAGE] ?? Object.values(titles)[0] ?? null

EditionType.implement({
  description: 'One decided text of a strategy.',
  interfaces: [DocumentInterface, NodeInterface],
  fields: (t) => ({
    publication: t.field({ type: PublicationEnum, resolve: ({ found }) => found?.publication ?? 'PUBLIC' }),
    number: t.int({ nullable: true, resolve: (edition) => factsOf(edition)?.number ?? null }),
    label: t.string({
      nullable: true,
      description: 'As "2018–2021".',
      resolve: (edition) => factsOf(edition)?.label ?? null,
    }),
    title: t.string({ nullable: true, resolve: (edition) => textsOf(edition)?.title ?? null }),
    body: t.field({
      type: RichTextType,
      nullable: true,
      resolve: (edition) => {
        const texts = textsOf(edition)
        return texts && { blocks: texts.body, served: edition }
      },
    }),
    decision: t.field({
      type: DecisionType,
      nullable: true,
      resolve: (edition) => factsOf(edition)?.decision ?? null,
    }),
    validFrom: t.field({
      type: 'EdtfDate',
      nullable: true,
      description: 'The first day in force.',
      resolve: (edition) => factsOf(edition)?.validFrom ?? null,
    }),
    validUntil: t.field({
      type: 'EdtfDate',
      nullable: true,
      description: 'Exclusive, as in ELI: the first day no longer in force. Null until further notice.',
      resolve: (edition) => factsOf(edition)?.validUntil ?? null,
    }),
    validThrough: t.field({
      type: 'EdtfDate',
      nullable: true,
      description: 'Inclusive, as Swedes write "t.o.m.": the last day in force.',
      resolve: (edition) => {
        const until = factsOf(edition)?.validUntil
        return until ? throughBefore(until) : null
      },
    }),
    effectiveUntil: t.field({
      type: 'EdtfDate',
      nullable: true,
      description: 'Exclusive: validUntil, or earlier where another edition has superseded it.',
      resolve: (edition) => {
        const strategy = strategyIdOf(edition)
        return strategy && edition.snapshot ? effectiveUntil(edition.scope, strategy, edition.id) : null
      },
    }),
    validity: t.field({
      type: ValidityStateEnum,
      nullable: true,
      args: { validAt: t.arg({ type: 'Date' }) },
      resolve: (edition, { validAt }) => mapMaybe(validityOf(edition, validAt), (on) => on?.state ?? null),
    }),
    certainty: t.field({
      type: CertaintyEnum,
      nullable: true,
      description: 'Of the validity on that day.',
      args: { validAt: t.arg({ type: 'Date' }) },
      resolve: (edition, { validAt }) => mapMaybe(validityOf(edition, validAt), (on) => on?.certainty ?? null),
    }),
    prolongations: t.field({
      type: [Prolongation],
      description: 'Later decisions that moved its end, oldest first. The text stayed as it was.',
      resolve: (edition) => factsOf(edition)?.prolongations ?? [],
    }),
    repeal: t.field({
      type: Repeal,
      nullable: true,
      description: 'A later decision that ended it before its time.',
      resolve: (edition) => factsOf(edition)?.repeal ?? null,
    }),
    parties: t.field({ type: [PartyType], resolve: (edition) => factsOf(edition)?.parties ?? [] }),
    documents: t.field({
      type: [FileType],
      resolve: (edition) =>
        (factsOf(edition)?.documents ?? []).map((file) => ({ file, title: titleIn(file.title, edition.language) })),
    }),
    supersedes: t.field({
      type: [EditionType],
      resolve: (edition) => allMaybe(publicOnes<'edition'>(edition.scope, factsOf(edition)?.supersedes ?? [])),
    }),
    supersedesInPart: t.field({
      type: [PartType],
      description: 'Editions that stay in force but for a part, which this one replaces.',
      resolve: (edition) => partsOf(edition.scope, factsOf(edition)?.supersedesInPart ?? []),
    }),
    supersededInPartBy: t.field({
      type: [PartType],
      resolve: (edition) =>
        mapMaybe(besides(edition), (all) => {
          const parts = all.flatMap(({ id, supersedesInPart, found }) =>
            found.seal
              ? []
              : supersedesInPart.filter((one) => one.edition === edition.id).map(({ part }) => ({ edition: id, part })),
          )
          return partsOf(edition.scope, parts)
        }),
    }),
    supersededBy: t.field({
      type: [EditionType],
      resolve: (edition) =>
        mapMaybe(besides(edition), (all) => {
          const others = all.filter(({ supersedes, found }) => supersedes.includes(edition.id) && !found.seal)
          return allMaybe(others.map((one) => serveEdition(edition.scope, one)))
        }),
    }),
    strategy: t.field({
      type: StrategyType,
      nullable: true,
      resolve: (edition) => {
        const strategy = strategyIdOf(edition)
        return strategy ? (publicOnes<'strategy'>(edition.scope, [strategy])[0] ?? null) : null
      },
    }),
    priorPublication: t.field({
      type: [PriorPublicationType],
      resolve: (edition) => {
        const facts = factsOf(edition)
        return (facts?.priorPublication ?? []).map((evidence) => ({ ...evidence, edition: facts?.label ?? '' }))
      },
    }),
    record: t.field({
      type: RecordType,
      description: 'The act that made it read like this.',
      resolve: ({ found, scope }) => recordAnswer(found!.published, scope.view),
    }),
  }),
})
