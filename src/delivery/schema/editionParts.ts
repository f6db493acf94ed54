import { throughBefore } from '../../archive/pure/edtf.js'
import type { Contents, Decision, Party } from '../../archive/pure/model.js'
import type { Scope } from '../scope.js'
import { allMaybe, mapMaybe, type MaybePromise } from '../maybe.js'
import { publicOnes, type Served } from '../served.js'
import { builder } from './builder.js'
import { PartyKindEnum } from './enums.js'
import { EditionType } from './types.js'

export const DecisionType = builder.objectRef<Decision>('Decision').implement({
  fields: (t) => ({
    body: t.exposeString('body', { description: 'Who decided.' }),
    date: t.expose('date', { type: 'EdtfDate', nullable: true }),
    diaryNumber: t.exposeString('diaryNumber', { nullable: true }),
  }),
})

export const Prolongation = builder
  .objectRef<Contents['edition']['facts']['prolongations'][number]>('Prolongation')
  .implement({
    description: 'A decision that moved the end of an edition and left its text alone.',
    fields: (t) => ({
      validUntil: t.expose('until', {
        type: 'EdtfDate',
        nullable: true,
        description: 'Exclusive. Null until further notice.',
      }),
      validThrough: t.field({
        type: 'EdtfDate',
        nullable: true,
        description: 'Inclusive.',
        resolve: ({ until }) => until && throughBefore(until),
      }),
      decision: t.expose('decision', { type: DecisionType, nullable: true }),
    }),
  })

export const Repeal = builder.objectRef<NonNullable<Contents['edition']['facts']['repeal']>>('Repeal').implement({
  fields: (t) => ({
    from: t.expose('from', { type: 'EdtfDate', description: 'The first day on which it is no longer in force.' }),
    decision: t.expose('decision', { type: DecisionType, nullable: true }),
  }),
})

/** One edition that touches another in a part of it. */
interface Part {
  part: string
  edition: Served<'edition'>
}

export const PartType = builder.objectRef<Part>('PartialSupersession').implement({
  description: 'Which part of an edition another one replaces.',
  fields: (t) => ({
    part: t.exposeString('part'),
    edition: t.field({ type: EditionType, resolve: ({ edition }) => edition }),
  }),
})

export const partsOf = (scope: Scope, parts: readonly { edition: string; part: string }[]): MaybePromise<Part[]> =>
  allMaybe(
    parts.flatMap(({ edition: id, part }) =>
      publicOnes<'edition'>(scope, [id]).map((served) => mapMaybe(served, (edition) => ({ part, edition }))),
    ),
  )

export const PartyType = builder.objectRef<Party>('Party').implement({
  description: 'An authority that adopted an edition, under the name that it had when it signed.',
  fields: (t) => ({
    name: t.exposeString('name'),
    organisationNumber: t.exposeString('organisationNumber', { nullable: true }),
    kind: t.expose('kind', { type: PartyKindEnum }),
    role: t.exposeString('role', { nullable: true }),
    adoptedOn: t.expose('adoptedOn', { type: 'EdtfDate', nullable: true }),
    diaryNumber: t.exposeString('diaryNumber', { nullable: true }),
  }),
})
