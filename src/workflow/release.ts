import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { ServiceError } from '../errors.js'
import { DEFAULT_LANGUAGE, languageNames, languages, type LanguageCode } from '../vocabulary.js'

/** What the act of publishing names beside the document itself. */
export interface ReleaseWish {
  languages: readonly LanguageCode[]
  /** The revision that the editor had before them; null where nothing is said about it. */
  basedOn: number | null
  /** Public words about what a correction changes. */
  changeNote: string | null
}

const Wish = z.object({
  languages: z
    .union([z.array(z.string()), z.string().transform((value) => value.split(','))])
    .pipe(z.array(z.enum(languages)).min(1))
    .optional(),
  basedOn: z.coerce.number().int().min(0).optional(),
  changeNote: z.string().trim().max(2_000).optional(),
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
    changeNote: parsed.data.changeNote === '' ? null : (parsed.data.changeNote ?? null),
  }
}

const fromQuery = (query: PayloadRequest['query']): Record<string, unknown> =>
  Object.fromEntries(
    ['languages', 'basedOn', 'changeNote'].flatMap((name) =>
      query?.[name] === undefined ? [] : [[name, query[name]]],
    ),
  )

const localeOf = (req: PayloadRequest): LanguageCode => languages.find((one) => one === req.locale) ?? DEFAULT_LANGUAGE

const badWish = (): ServiceError => {
  const known = (language: 'sv' | 'en'): string =>
    languages.map((code) => `${code} (${languageNames[code][language]})`).join(', ')
  return new ServiceError('BAD_INPUT', {
    sv: `Ange språk som ”languages=sv,en” och versionen du utgick från som ”basedOn=3”. Språk som finns: ${known('sv')}.`,
    en: `Name languages as “languages=sv,en” and the revision you started from as “basedOn=3”. Languages: ${known('en')}.`,
  })
}
