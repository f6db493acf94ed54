import { createHash } from 'node:crypto'
import { exitScript } from './exitScript.js'
import { style } from './style.js'

/** What pages load beside themselves. The address changes with the content, so that it may be kept for ever. */
export interface Asset {
  path: string
  mediaType: string
  body: Buffer
}

const asset = (name: string, mediaType: string, text: string): Asset => {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  return { path: `/arkiv/${name.replace('.', `-${hash}.`)}`, mediaType, body }
}

export const stylesheet = asset('stil.css', 'text/css; charset=utf-8', style)
export const script = asset('lamna.js', 'text/javascript; charset=utf-8', exitScript)

/** The same in every tab, whatever stands on the page. */
export const icon = asset(
  'ikon.svg',
  'image/svg+xml',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#1f5f97" d="M8 1l7 7-7 7-7-7z"/></svg>',
)

export const assets: ReadonlyMap<string, Asset> = new Map([stylesheet, script, icon].map((one) => [one.path, one]))
