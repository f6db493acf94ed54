import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Instant } from '../archive/pure/model.js'
import { instantInStockholm } from '../archive/pure/stockholm.js'
import { servicesOf } from '../archive/write/services.js'
import { ServiceError } from '../errors.js'
import { DEFAULT_LANGUAGE, languageNames, languages, type LanguageCode } from '../vocabulary.js'

/** What the act of publishing names beside the document itself. */
export interface ReleaseWish {
  languages: readonly LanguageCode[]
  /** The revision that the editor had before them; null where nothing is said about it. */
  basedOn: number | null
  /** Public words about what a correction changes. */
  changeNote: string | null
  /** When it is to appear; null for at once. */
  plannedFor: Instant | null
  /** What becomes of a publication that lies ahead already; null where nothing is said about it. */
  plan: 'keep' | 'replace' | 'cancel' | null
}

const Wish = z.object({
  languages: z
    .union([z.array(z.string()), z.string().transform((value) => value.split(','))])
    .pipe(z.array(z.enum(languages)).min(1))
    .optional(),
  basedOn: z.coerce.number().int().min(0).optional(),
  changeNote: z.string().trim().max(2_000).optional(),
  plannedFor: z
    .union([z.iso.datetime({ offset: true }), z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)])
    .optional(),
  plan: z.enum(['keep', 'replace', 'cancel']).optional(),
})

/**
 * Reads the wish from the query of the request (`?languages=sv,en&basedOn=3&changeNote=…`) or, for the Local API, from
 * `req.context.release`. Publishing names the languages that it releases; where it does not, it is the one language in
 * which the request was made.
 */
export function releaseWish(req: PayloadRequest): ReleaseWish {
  const named = (req.context as { release?: unknown }).release ?? fromQuery(req.query)
  const parsed = Wish.safeParse(named)
  if (!parsed.success) throw badWish()
  return {
    languages: parsed.data.languages ?? [localeOf(req)],
    basedOn: parsed.data.basedOn ?? null,
    plannedFor: parsed.data.plannedFor === undefined ? null : instantAhead(req, parsed.data.plannedFor),
    plan: parsed.data.plan ?? null,
    changeNote: parsed.data.changeNote === '' ? null : (parsed.data.changeNote ?? null),
  }
}

const fromQuery = (query: PayloadRequest['query']): Record<string, unknown> =>
  Object.fromEntries(
    ['languages', 'basedOn', 'changeNote', 'plannedFor', 'plan'].flatMap((name) =>
      query?.[name] === undefined ? [] : [[name, query[name]]],
    ),
  )

/** Years ahead that a publication may be planned: farther is a slip of the finger. */
const FARTHEST = 5

function instantAhead(req: PayloadRequest, text: string): Instant {
  // Without a zone it is what a clock in Sweden shows, wherever the editor sits.
  const instant = text.length === 16 ? instantInStockholm(text) : new Date(text).toISOString()
  const now = servicesOf(req.payload).now()
  const last = new Date(now)
  last.setUTCFullYear(last.getUTCFullYear() + FARTHEST)
  if (instant > now && instant < last.toISOString()) return instant
  throw new ServiceError(
    'BAD_INPUT',
    {
      sv: `Välj en tidpunkt som ligger framåt i tiden, högst ${FARTHEST} år.`,
      en: `Choose an instant that lies ahead, by ${FARTHEST} years at most.`,
    },
    { fields: ['plannedFor'] },
  )
}

const localeOf = (req: PayloadRequest): LanguageCode => languages.find((one) => one === req.locale) ?? DEFAULT_LANGUAGE

const badWish = (): ServiceError => {
  const known = (language: 'sv' | 'en'): string =>
    languages.map((code) => `${code} (${languageNames[code][language]})`).join(', ')
  return new ServiceError('BAD_INPUT', {
    sv: `Ange språk som ”languages=sv,en” och versionen du utgick från som ”basedOn=3”. Språk som finns: ${known('sv')}.`,
    en: `Name languages as “languages=sv,en” and the revision you started from as “basedOn=3”. Languages: ${known('en')}.`,
  })
}
