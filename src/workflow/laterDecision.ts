import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { compareDates, isEdtfDate, noDate, untilAfter } from '../archive/pure/edtf.js'
import type { Content, Decision, EdtfDate, RecordBody, SnapshotOf } from '../archive/pure/model.js'
import { formatSwedish } from '../archive/pure/stockholm.js'
import { append } from '../archive/write/append.js'
import { headOf } from '../archive/write/head.js'
import { servicesOf } from '../archive/write/services.js'
import { inTransaction } from '../database/inTransaction.js'
import { ServiceError } from '../errors.js'
import { indexOf } from './content/contentOf.js'
import { rowsOf, type Row } from './content/row.js'
import { assertFitsItsSiblings } from './editionRules.js'
import { answer, bodyOf, idOf, rowToActOn, signedIn } from './endpoint.js'
import { statementOf } from './statement.js'
import { withoutRecord } from './takeDown.js'

type Facts = SnapshotOf<'edition'>['facts']

const EdtfText = z
  .string()
  .trim()
  .superRefine((text, context): asserts text is EdtfDate => {
    if (!isEdtfDate(text)) context.addIssue({ code: 'custom', params: noDate(text) })
  })
const DecisionText = z.object({
  body: z.string().trim().min(2).max(300),
  date: EdtfText.nullish(),
  diaryNumber: z.string().trim().max(60).nullish(),
})
const Prolongation = z.object({
  validThrough: EdtfText.nullable(),
  decision: DecisionText,
  note: z.string().trim().max(2_000).optional(),
})
const Repeal = z.object({ from: EdtfText, decision: DecisionText, note: z.string().trim().max(2_000).optional() })

/** A later decision on an edition: what it does to the facts that are public, and to the row from which editors go on. */
interface LaterDecision {
  facts(facts: Facts): Facts
  row(row: Row): Row
  note: string
}

/**
 * *Förläng* and *Upphäv*: a further record of the same edition, with a decision of its own. The text stays as it is
 * public, whatever drafts there are.
 *
 * @throws ServiceError NOT_FOUND, FORBIDDEN, BAD_INPUT, or CONFLICT where the edition is not public
 */
const decideLater = (req: PayloadRequest, id: string, later: LaterDecision): Promise<RecordBody> =>
  inTransaction(req, async () => {
    const row = await rowToActOn(req, 'editions', id)
    const head = await headOf(req, id)
    if (head.snapshot?.kind !== 'edition') throw notPublic()
    if (head.plan) throw planAhead()
    const { salt: _salt, ...archived } = head.snapshot
    const content = { ...archived, facts: later.facts(head.snapshot.facts) } satisfies Content
    const change = later.row(row)
    await assertFitsItsSiblings(req, { ...row, ...change })
    await withoutRecord(req, id, () => changeRowAndDraft(req, id, change))
    return append(req, {
      action: 'PUBLISH',
      document: { id, kind: 'edition', owner: content.owner, audience: content.audience },
      revision: head.revision + 1,
      publication: { content, index: indexOf(content), plannedFor: null },
      note: later.note,
      statement: statementOf(req, content.owner, null),
    })
  })

/** The public row and the newest draft both get it: neither loses what else an editor has written. */
async function changeRowAndDraft(req: PayloadRequest, id: string, data: Row): Promise<void> {
  const { db } = req.payload
  await db.updateOne({ collection: 'editions', id, data, req })
  const { docs } = await db.findVersions({
    collection: 'editions',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  })
  const [newest] = docs
  if (!newest) return
  const version = { ...(newest.version as Row), ...data }
  await db.updateVersion({
    collection: 'editions',
    id: newest.id,
    versionData: { ...newest, version },
    locale: 'all',
    req,
  } as never)
}

const decisionOf = ({ body, date, diaryNumber }: z.infer<typeof DecisionText>): Decision => ({
  body,
  date: date ?? null,
  diaryNumber: diaryNumber === '' ? null : (diaryNumber ?? null),
})

/** @throws ServiceError BAD_INPUT where it would not move the end, or move it back */
export function prolong(req: PayloadRequest, id: string, wish: z.infer<typeof Prolongation>): Promise<RecordBody> {
  const decision = decisionOf(wish.decision)
  const until = wish.validThrough === null ? null : untilAfter(wish.validThrough)
  return decideLater(req, id, {
    note: wish.note === undefined || wish.note === '' ? `Förlängd ${throughWords(wish.validThrough)}.` : wish.note,
    facts: (facts) => {
      if (facts.repeal)
        throw badInput('validThrough', 'Utgåvan är upphävd och kan inte förlängas.', 'The edition is repealed.')
      const isLater = facts.validUntil !== null && (until === null || compareDates(until, facts.validUntil) > 0)
      if (!isLater)
        throw badInput(
          'validThrough',
          'Välj en dag efter den då utgåvan annars slutar gälla.',
          'Choose a day after the one on which the edition ends now.',
        )
      return { ...facts, validUntil: until, prolongations: [...facts.prolongations, { until, decision }] }
    },
    row: (row) => ({
      prolongations: [
        ...rowsOf(row['prolongations']),
        { id: servicesOf(req.payload).newId(), validThrough: wish.validThrough, ...decision },
      ],
    }),
  })
}

/** @throws ServiceError BAD_INPUT where the edition has ended by then */
export function repeal(req: PayloadRequest, id: string, wish: z.infer<typeof Repeal>): Promise<RecordBody> {
  const decision = decisionOf(wish.decision)
  return decideLater(req, id, {
    note: wish.note === undefined || wish.note === '' ? `Upphävd från och med ${formatSwedish(wish.from)}.` : wish.note,
    facts: (facts) => {
      if (facts.validUntil !== null && compareDates(wish.from, facts.validUntil) >= 0)
        throw badInput('from', 'Utgåvan har redan slutat gälla den dagen.', 'The edition has ended by that day.')
      return { ...facts, repeal: { from: wish.from, decision } }
    },
    row: () => ({ repeal: { from: wish.from, ...decision } }),
  })
}

const throughWords = (through: EdtfDate | null): string =>
  through === null ? 'tills vidare' : `till och med ${formatSwedish(through)}`

export const laterDecisionEndpoints: Endpoint[] = [
  {
    path: '/:id/prolong',
    method: 'post',
    handler: async (req) => answer(await prolong(signedIn(req), idOf(req), await bodyOf(req, Prolongation, badForm))),
  },
  {
    path: '/:id/repeal',
    method: 'post',
    handler: async (req) => answer(await repeal(signedIn(req), idOf(req), await bodyOf(req, Repeal, badForm))),
  },
]

const badForm = {
  sv: 'Skriv vem som beslutade, och vilken dag det gäller, som 2024-12-31.',
  en: 'Write who decided, and the day from or through which it applies, as 2024-12-31.',
}
const badInput = (field: string, sv: string, en: string): ServiceError =>
  new ServiceError('BAD_INPUT', { sv, en }, { fields: [field] })
const notPublic = (): ServiceError =>
  new ServiceError('CONFLICT', {
    sv: 'Utgåvan är inte publik, så den kan inte förlängas eller upphävas. Publicera den först.',
    en: 'The edition is not public, so it can be neither prolonged nor repealed. Publish it first.',
  })
const planAhead = (): ServiceError =>
  new ServiceError('PLAN_AHEAD', {
    sv: 'Utgåvan har en planerad publicering. Avbryt den först.',
    en: 'The edition has a planned publication. Cancel it first.',
  })
