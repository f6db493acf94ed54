import { both, type Speech } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { ActKind, Timeline } from './timeline.js'

const words = both({
  sv: {
    legend: {
      certain: 'gäller',
      possible: 'kan gälla: dagen är inte känd',
      gap: 'ingen utgåva gällde',
      sealed: 'spärrad',
      readable: 'kunde läsas här',
      withdrawn: 'stod som tillbakadragen',
      published: 'publicerades',
      changed: 'ändrades',
      withdrawal: 'drogs tillbaka',
      taken: 'spärrades eller gallrades',
    },
    key: 'Teckenförklaring',
  },
  en: {
    legend: {
      certain: 'in force',
      possible: 'perhaps in force: the day is not known',
      gap: 'no edition was in force',
      sealed: 'sealed',
      readable: 'could be read here',
      withdrawn: 'stood as withdrawn',
      published: 'was published',
      changed: 'was changed',
      withdrawal: 'was withdrawn',
      taken: 'was sealed or disposed of',
    },
    key: 'Key',
  },
})

/** Told apart by shape, not by colour alone. */
export const signs: Record<ActKind, Html> = {
  published: html`<circle class="act first" r="5" />`,
  changed: html`<path class="act" d="M0-6 6 0 0 6-6 0Z" />`,
  withdrawn: html`<path class="act" d="M-5-5 5 5M-5 5 5-5" />`,
  sealed: html`<rect class="act taken" x="-5" y="-5" width="10" height="10" />`,
  disposed: html`<rect class="act taken" x="-5" y="-5" width="10" height="10" />`,
}

/** Only what the picture holds is explained. */
export function keyOf({ lanes, gaps }: Timeline, speech: Speech): Html {
  const { legend, key } = words[speech]
  const bar = (kind: string): Html => html`<rect class="${kind}" width="24" height="12" />`
  const line = (kind: string): Html => html`<line class="${kind}" x2="24" y1="7" y2="7" />`
  const sign = (kind: ActKind): Html => html`<svg x="12" y="7" overflow="visible">${signs[kind]}</svg>`
  const has = (kind: ActKind): boolean => lanes.some(({ acts }) => acts.some((act) => act.kind === kind))
  const readable = lanes.flatMap((lane) => lane.readable)
  const entries: [boolean, Html, string][] = [
    [lanes.some(({ validity, isSealed }) => !isSealed && validity?.certain), bar('bar'), legend.certain],
    [lanes.some(({ validity }) => (validity?.possible.length ?? 0) > 0), bar('maybe'), legend.possible],
    [gaps.length > 0, bar('gap'), legend.gap],
    [lanes.some(({ validity, isSealed }) => isSealed && validity), bar('bar sealed'), legend.sealed],
    [readable.some(({ isWithdrawn }) => !isWithdrawn), line('public'), legend.readable],
    [readable.some(({ isWithdrawn }) => isWithdrawn), line('withdrawn'), legend.withdrawn],
    [has('published'), sign('published'), legend.published],
    [has('changed'), sign('changed'), legend.changed],
    [has('withdrawn'), sign('withdrawn'), legend.withdrawal],
    [has('sealed') || has('disposed'), sign('sealed'), legend.taken],
  ].filter((entry): entry is [true, Html, string] => Boolean(entry[0]))
  return html`<figcaption class="visually-hidden">${key}</figcaption>
    <ul class="legend">
      ${entries.map(([, sample, name]) => html`<li><svg aria-hidden="true">${sample}</svg>${name}</li>`)}
    </ul>`
}
