/** A piece of text on a page, and the language in which it is read aloud. */
export interface Spoken {
  text: string
  lang: string
}

const VOID = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'source'])
/** Read aloud as they stand, in no language: code, and what machines alone read. */
const SILENT = new Set(['code', 'script', 'style', 'pre'])
/** Attributes that are read aloud. */
const ALOUD = /\b(?:aria-label|alt|title|placeholder|content|data-column|data-exit|data-one|data-two)="([^"]*)"/g

/** All that is read aloud of a page of ours, whose markup closes what it opens. */
export function spokenIn(html: string): Spoken[] {
  const spoken: Spoken[] = []
  const open: { tag: string; lang: string; isSilent: boolean }[] = []
  for (const [whole, close, tag, attributes, text] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^>]*)?)>|<!doctype html>|([^<]+)/gi,
  )) {
    const at = open.at(-1)
    if (text !== undefined) {
      if (at && !at.isSilent && /\p{L}/u.test(text)) spoken.push({ text: text.trim(), lang: at.lang })
      continue
    }
    if (tag === undefined) continue
    if (close) {
      if (at?.tag !== tag) throw new Error(`${whole} closes <${at?.tag}>`)
      open.pop()
      continue
    }
    const lang = /\blang="([^"]+)"/.exec(attributes!.replaceAll(/hreflang="[^"]*"/g, ''))?.[1] ?? at?.lang ?? ''
    if (tag !== 'meta') for (const [, value] of attributes!.matchAll(ALOUD)) spoken.push({ text: value!, lang })
    const isSilent = (at?.isSilent ?? false) || SILENT.has(tag)
    if (!VOID.has(tag) && !attributes!.endsWith('/')) open.push({ tag, lang, isSilent })
  }
  return spoken
}
