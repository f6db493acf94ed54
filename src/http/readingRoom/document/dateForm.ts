import type { Served } from '../../../delivery/served.js'
import { both } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import type { Reading } from './moment.js'

const words = both({
  sv: {
    title: 'Läs som det var en annan dag',
    validAt: 'Vilken utgåva gällde den dagen?',
    knownAt: 'Vad gick att läsa här den dagen?',
    hint: 'Till exempel 2017-06-01',
    fault: 'Skriv en dag som har varit, så här: 2017-06-01.',
    dayFault: 'Skriv dagen så här: 2017-06-01.',
    send: 'Visa',
    today: 'Visa som det är i dag',
  },
  en: {
    title: 'Read it as it was on another day',
    validAt: 'Which edition was in force on that day?',
    knownAt: 'What could be read here on that day?',
    hint: 'For example 2017-06-01',
    fault: 'Write a day that has been, like this: 2017-06-01.',
    dayFault: 'Write the day like this: 2017-06-01.',
    send: 'Show',
    today: 'Show it as it is today',
  },
})

/** The two questions about time. Without a script: the answer has an address of its own. */
export function dateForm({ speech, path, asked }: Visit, { written, faults }: Reading, served: Served | null): Html {
  const say = words[speech]
  const hasValidity = served === null || served.kind === 'strategy' || served.kind === 'edition'
  const language = asked.get('language')
  const field = (name: 'validAt' | 'knownAt', fault: string): Html => {
    const isFault = faults.has(name)
    return html`<div class="field">
      <label for="${name}">${say[name]}</label>
      <span class="hint" id="${name}-hint">${say.hint}</span>
      ${isFault && html`<span class="fault" id="${name}-fault">${fault}</span>`}
      <input
        type="date"
        id="${name}"
        name="${name}"
        value="${isFault ? '' : written[name].slice(0, 10)}"
        aria-describedby="${name}-hint${isFault && ` ${name}-fault`}"
        ${isFault && html` aria-invalid="true"`}
      />
    </div>`
  }
  return html`<form class="panel" method="get" action="${path}" aria-labelledby="another-day">
    <h2 id="another-day">${say.title}</h2>
    <div class="fields">${hasValidity && field('validAt', say.dayFault)} ${field('knownAt', say.fault)}</div>
    ${language !== undefined && html`<input type="hidden" name="language" value="${language}" />`}
    <p class="pages">
      <button>${say.send}</button>
      ${(asked.has('knownAt') || asked.has('validAt')) && html`<a href="${path}">${say.today}</a>`}
    </p>
  </form>`
}
